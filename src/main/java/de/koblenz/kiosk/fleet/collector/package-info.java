/// From the wire to what the data centre knows, and back: one active collector per shard, which acknowledges what is on disk.
@NullMarked
package de.koblenz.kiosk.fleet.collector;

import org.jspecify.annotations.NullMarked;
