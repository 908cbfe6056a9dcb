package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.payment.ProviderFees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// What a bug in the middle of an order does to it.
class OrderRunnerTest {
    private static final String NAME = "Erika Mustermann";

    private final VirtualTime time = new VirtualTime();
    private final MemoryStore store = new MemoryStore();
    private final FarEnds world = new FarEnds(time, new Random(1), Duration.ofMinutes(20), true);
    private boolean faulty = true;

    private final DurableOrderDesk desk =
            new DurableOrderDesk(
                    new OrderPorts(
                            store,
                            store,
                            store,
                            world.booking,
                            world.gateway,
                            ProviderFees.NONE,
                            world.channel,
                            new PaperTray(store)),
                    SampleOrders.words(),
                    OrderLimits.USUAL,
                    time,
                    time,
                    place -> {
                        if (faulty && place.equals("AskPayment before")) {
                            faulty = false;
                            throw new IllegalStateException(NAME);
                        }
                    });

    @Test
    void anOrderOutlivesABugAndNobodyIsQuotedInTheLog() throws Exception {
        List<String> lines = new ArrayList<>();
        Handler listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(line.getMessage() + List.of(line.getParameters()));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger log = Logger.getLogger(OrderRunner.class.getName());
        log.addHandler(listener);
        log.setUseParentHandlers(false);
        try {
            OrderId id = SampleOrders.id(1);
            desk.place(SampleOrders.ticket(id));
            time.pass(Duration.ofSeconds(3));
            assertFalse(faulty);
            world.pay("t0");
            time.pass(Duration.ofMinutes(2));
            Order order = store.find(id).orElseThrow();
            assertEquals(Phase.DONE, order.phase());
            assertEquals(1, lines.size());
            assertFalse(lines.getFirst().contains(NAME), lines.getFirst());
        } finally {
            log.removeHandler(listener);
            log.setUseParentHandlers(true);
        }
    }
}
