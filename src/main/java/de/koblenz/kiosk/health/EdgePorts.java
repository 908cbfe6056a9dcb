package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.event.EventOutbox;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What an edge node stands on.
///
/// @param births numbers its connections
/// @param outbox keeps its events
/// @param host figures of the machine
/// @param offset seconds that the clock is ahead, asked once per look at the machine; must not block
/// @param requests takes each signed request as it came; must not block
public record EdgePorts(
        BirthCounter births,
        EventOutbox outbox,
        HostFigures host,
        Supplier<OptionalDouble> offset,
        Consumer<String> requests) {}
