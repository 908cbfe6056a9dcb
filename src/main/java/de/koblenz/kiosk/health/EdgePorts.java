package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.event.EventOutbox;
import java.util.function.Consumer;

/// What an edge node stands on.
///
/// @param births numbers its connections
/// @param outbox keeps its events
/// @param host figures of the machine
/// @param services what it leans on, asked once per look at the machine
/// @param requests takes each signed request as it came; must not block
public record EdgePorts(
        BirthCounter births,
        EventOutbox outbox,
        HostFigures host,
        OutsideServices services,
        Consumer<String> requests) {}
