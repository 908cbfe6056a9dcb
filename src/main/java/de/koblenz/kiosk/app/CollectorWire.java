package de.koblenz.kiosk.app;

import de.koblenz.kiosk.fleet.collector.Collector;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.monitor.Wire;
import java.util.function.Consumer;

/// What a terminal says, as the collector hears it. Thread-safe.
record CollectorWire(Collector collector) implements Wire {
    @Override
    public void follow(TerminalId terminal, Consumer<FleetEvent.OfTerminal> heard) {
        collector.listen(told -> {
            if (told.terminal().equals(terminal)) {
                heard.accept(told);
            }
        });
    }

    @Override
    public void unfollow() {
        collector.listen(null);
    }

    @Override
    public boolean collecting() {
        return collector.collecting();
    }
}
