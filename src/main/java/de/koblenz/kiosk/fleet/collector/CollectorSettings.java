package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.model.Shard;
import java.time.Duration;

/// How a monitor collects.
///
/// @param broker where; its office is of no meaning here
/// @param host Sparkplug id of the data centre, `KGRZ`
/// @param holder name of this monitor, unique for each start of the program: it is client id and holder of the lease
/// @param shard which terminals
/// @param lease how long a monitor that died keeps the others waiting
public record CollectorSettings(
        HealthSettings broker, String host, String holder, Shard shard, Duration lease) {}
