package de.koblenz.kiosk.fleet.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final List<String> told = new ArrayList<>();
    private final Desk desk = new Desk(Runnable::run, Runnable::run, told::add);

    @Test
    void whoeverAsksIsToldWhatCameOfIt() {
        desk.ask(() -> "an answer", told::add);
        desk.ask(
                () -> {
                    throw new StoreUnavailable("SQLSTATE-08001");
                },
                _ -> told.add("not here"));
        desk.ask(
                () -> {
                    throw new IllegalStateException("a fault of ours");
                },
                _ -> told.add("not here"));
        assertEquals(List.of("an answer", "SQLSTATE-08001", "APP-FAULT"), told);
    }
}
