package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What all pages share: the fleet, the words, who sits here, and how something is done about it. FX thread only.
final class Workplace {
    final FleetWords words;
    final FleetBoard board;
    final MonitorPorts ports;
    final InstantSource clock;
    final Desk desk;
    final Sheets sheets;
    private final int shard;
    private final Supplier<UUID> ids;
    private @Nullable Operator operator;
    private Navigation navigation = (_, _) -> {};

    Workplace(
            FleetWords words,
            FleetBoard board,
            MonitorPorts ports,
            InstantSource clock,
            Desk desk,
            Sheets sheets,
            int shard,
            Supplier<UUID> ids) {
        this.words = words;
        this.board = board;
        this.ports = ports;
        this.clock = clock;
        this.desk = desk;
        this.sheets = sheets;
        this.shard = shard;
        this.ids = ids;
    }

    /// Where one can go.
    enum Target {
        OVERVIEW,
        TERMINAL,
        ALARMS,
        MAINTENANCE,
        AUDIT,
        REPORT
    }

    /// Goes there.
    interface Navigation {
        void go(Target target, Optional<TerminalId> terminal);
    }

    void navigateBy(Navigation way) {
        navigation = way;
    }

    void go(Target target) {
        navigation.go(target, Optional.empty());
    }

    void go(TerminalId terminal) {
        navigation.go(Target.TERMINAL, Optional.of(terminal));
    }

    void sits(@Nullable Operator who) {
        operator = who;
    }

    Optional<Operator> operator() {
        return Optional.ofNullable(operator);
    }

    /// Whether whoever sits here may do more than look; what they may in the end is judged where it is done.
    boolean may(Role role) {
        Operator who = operator;
        return who != null && who.role().compareTo(role) >= 0;
    }

    Instant now() {
        return clock.instant();
    }

    String of(String key) {
        return words.of(key);
    }

    UUID id() {
        return ids.get();
    }

    /// Asks the collector to do something. A role that is not enough is told at once, and asked for all the same: the collector refuses it and
    /// writes it down.
    void act(OperatorAction action) {
        Operator who = operator;
        if (who == null) {
            sheets.tell(of("monitor.tell.nobody"));
            return;
        }
        Instant at = now();
        String request = ids.get().toString();
        int to = shardOf(action);
        boolean allowed = who.role().allows(action);
        desk.ask(
                () -> {
                    ports.alarms().request(to, request, at, who, action);
                    return true;
                },
                _ ->
                        sheets.tell(
                                words.of(
                                        allowed ? "monitor.tell.asked" : "monitor.tell.refused",
                                        Map.of(
                                                "action",
                                                words.action(action.getClass().getSimpleName()),
                                                "role",
                                                words.role(who.role())))));
    }

    /// Ids of alarms say whose collector they are of.
    private int shardOf(OperatorAction action) {
        return switch (action) {
            case OperatorAction.Acknowledge(long alarm, _) -> (int) (alarm % Shard.MOST);
            case OperatorAction.Assign(long alarm, _) -> (int) (alarm % Shard.MOST);
            case OperatorAction.Shelve(long alarm, _, _) -> (int) (alarm % Shard.MOST);
            case OperatorAction.Unshelve(long alarm) -> (int) (alarm % Shard.MOST);
            case OperatorAction.Clear(long alarm, _) -> (int) (alarm % Shard.MOST);
            case OperatorAction.OpenWindow _,
                    OperatorAction.CloseWindow _,
                    OperatorAction.Enrol _,
                    OperatorAction.Retire _ ->
                    shard;
        };
    }
}
