/// What all stand-ins share: a server on loopback, its routes, its fault switches, and one SQLite file each.
@NullMarked
package de.koblenz.kiosk.sandbox.service;

import org.jspecify.annotations.NullMarked;
