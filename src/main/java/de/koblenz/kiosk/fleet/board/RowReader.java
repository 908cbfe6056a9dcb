package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.DeviceCondition;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Health;
import de.koblenz.kiosk.fleet.model.MetricNames;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Severity;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Makes a row of what is known of a terminal.
final class RowReader {
    private final FleetWords words;

    RowReader(FleetWords words) {
        this.words = words;
    }

    TerminalRow read(FleetState state, TerminalCondition terminal, boolean maintained) {
        Optional<AlarmKey> worst =
                terminal.faults().stream()
                        .max(
                                Comparator.<AlarmKey, Severity>comparing(f -> f.kind().severity())
                                        .thenComparingInt(fault ->
                                                fault.kind() == AlarmKind.NODE_LOST ? 1 : 0)
                                        .thenComparing(AlarmKey::word));
        Standing standing = standing(terminal, maintained, worst);
        Attention attention = attention(state, terminal, standing, worst);
        String problem = problem(terminal, standing, worst);
        PaperStatus paper = PaperStatus.UNKNOWN;
        long prints = -1;
        for (DeviceCondition device : terminal.devices().values()) {
            paper = device.paper().compareTo(paper) > 0 ? device.paper() : paper;
            Double left = device.metrics().get(MetricNames.PRINTS_LEFT);
            if (left != null && (prints < 0 || left < prints)) {
                prints = left.longValue();
            }
        }
        String office = words.office(terminal.id().office());
        String searched =
                String.join(
                                " ",
                                office,
                                terminal.id().toString(),
                                problem,
                                words.standing(standing),
                                terminal.code(),
                                terminal.version().software(),
                                terminal.version().configuration())
                        .toLowerCase(Locale.ROOT);
        return new TerminalRow(
                terminal.id(),
                office,
                standing,
                attention,
                problem,
                worst,
                Math.max(0, terminal.faults().size() - 1),
                since(state, terminal, worst),
                terminal.mode(),
                paper,
                prints,
                terminal.version().software(),
                searched);
    }

    private static Standing standing(
            TerminalCondition terminal, boolean maintained, Optional<AlarmKey> worst) {
        if (maintained) {
            return Standing.MAINTAINED;
        }
        if (terminal.connection() == Connection.LOST) {
            return Standing.LOST;
        }
        if (terminal.connection() == Connection.UNKNOWN) {
            return Standing.UNHEARD;
        }
        // Whoever was told to serve nobody says that it serves nobody (FAILED): that is no fault.
        boolean closed =
                terminal.mode() == TerminalMode.MAINTENANCE
                        || terminal.mode() == TerminalMode.SUPERVISOR
                        || (terminal.mode() == TerminalMode.OUT_OF_SERVICE
                                && terminal.code().isEmpty());
        boolean unwanted =
                !closed
                        && (terminal.health() == Health.FAILED
                                || terminal.mode() == TerminalMode.OUT_OF_SERVICE);
        if (unwanted) {
            return Standing.FAILED;
        }
        if (worst.isPresent() && worst.get().kind().severity().compareTo(Severity.MAJOR) >= 0) {
            return Standing.FAULT;
        }
        if (closed) {
            return Standing.CLOSED;
        }
        return worst.isPresent() || terminal.health() == Health.DEGRADED
                ? Standing.NOTICE
                : Standing.WELL;
    }

    private static Attention attention(
            FleetState state,
            TerminalCondition terminal,
            Standing standing,
            Optional<AlarmKey> worst) {
        if (standing == Standing.MAINTAINED || standing == Standing.WELL) {
            return Attention.NONE;
        }
        Attention needed =
                worst.map(key -> Attention.of(key.kind().severity())).orElse(Attention.NONE);
        Attention byStanding =
                switch (standing) {
                    case LOST, FAILED -> Attention.NOW;
                    case NOTICE -> Attention.SOON;
                    case FAULT, WELL, CLOSED, MAINTAINED, UNHEARD -> Attention.NONE;
                };
        Attention most = needed.compareTo(byStanding) > 0 ? needed : byStanding;
        boolean handled =
                !terminal.faults().isEmpty()
                        && terminal.faults().stream().allMatch(fault -> handled(state, fault));
        return handled && most.open() ? Attention.HANDLED : most;
    }

    /// Whether somebody knows of it. The alarm of an office speaks for its terminals.
    private static boolean handled(FleetState state, AlarmKey fault) {
        Alarm own = state.alarms().get(fault);
        Alarm alarm =
                own == null && fault.kind() == AlarmKind.NODE_LOST
                        ? state.alarms()
                                .get(new AlarmKey(AlarmKind.SITE_LOST, fault.office(), "", ""))
                        : own;
        return alarm != null && alarm.state() != AlarmState.RAISED;
    }

    private String problem(
            TerminalCondition terminal, Standing standing, Optional<AlarmKey> worst) {
        if (worst.isPresent()) {
            return words.problem(worst.get());
        }
        return switch (standing) {
            case LOST, FAILED, NOTICE, UNHEARD, CLOSED ->
                    terminal.code().isEmpty()
                            ? words.standing(standing)
                            : words.code(terminal.code());
            case WELL, FAULT, MAINTAINED -> "";
        };
    }

    private static Instant since(
            FleetState state, TerminalCondition terminal, Optional<AlarmKey> worst) {
        if (worst.isPresent()) {
            Alarm alarm = state.alarms().get(worst.get());
            if (alarm != null && terminal.connection() != Connection.LOST) {
                return alarm.raisedAt();
            }
            FleetState.Pending pending = state.pending().get(worst.get());
            if (pending != null) {
                return pending.since();
            }
        }
        return terminal.connectedSince();
    }
}
