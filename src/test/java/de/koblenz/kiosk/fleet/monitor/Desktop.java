package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.collector.CommandOffice;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandSigner;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAlarmStore;
import de.koblenz.kiosk.store.SqlAuditLog;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlEventStore;
import de.koblenz.kiosk.store.SqlMetricStore;
import de.koblenz.kiosk.text.Texts;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A monitor's screens over a real database, in which everything happens at once and on one thread. FX thread only.
final class Desktop {
    /// What terminals sent, by the command that asked for it.
    final Map<String, CommandReplies.Reply> replies = new HashMap<>();

    static final Operator OPERATOR = new Operator("erika.muster", Role.OPERATE);
    static final Operator ADMINISTRATOR = new Operator("max.beispiel", Role.ADMINISTER);
    static final Operator GUEST = new Operator("gast", Role.VIEW);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    final MonitorView view;
    final FleetDatabase database;
    final List<String> sent = new ArrayList<>();
    final List<AvailabilityReport> written = new ArrayList<>();
    Instant now = SampleFleet.START;
    Consumer<FleetEvent.OfTerminal> listener = _ -> {};
    private long lastId;

    Desktop(FleetDatabase database, Texts texts, boolean dark) {
        this.database = database;
        InstantSource clock = () -> now;
        FleetWords words = new FleetWords(texts, ZONE, SampleFleet.names());
        view =
                new MonitorView(
                        words,
                        ports(),
                        new MonitorLook(dark, 0, Duration.ofMinutes(15), true, Optional.empty()),
                        clock,
                        Runnable::run,
                        Runnable::run,
                        () -> new UUID(7, ++lastId));
    }

    static Texts texts(String language) {
        Problems problems = new Problems();
        TextFiles files = TextFiles.loadPart(ShippedKiosk.FOLDER, "monitor", language, problems);
        if (!problems.none()) {
            throw new AssertionError(problems.sorted());
        }
        return new Texts(language.equals("en") ? Locale.UK : Locale.GERMANY, files.texts());
    }

    private MonitorPorts ports() {
        return new MonitorPorts(
                new SqlEventStore(database),
                new SqlMetricStore(database),
                new SqlAlarmStore(database),
                new SqlAuditLog(database),
                new SqlCommandStore(database),
                jti -> Optional.ofNullable(replies.get(jti)),
                new Sender(),
                new Threshold(),
                new Ear(),
                (report, form) -> {
                    written.add(report);
                    return Path.of("/reports/" + report.month() + "." + form);
                });
    }

    /// The real command office; notes what it took.
    private final class Sender implements CommandSender {
        private final CommandOffice office =
                new CommandOffice(
                        new CommandSigner(key()),
                        new SqlCommandStore(database),
                        () -> now,
                        UUID::randomUUID);

        private static PrivateKey key() {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public Optional<CommandStore.Command> send(
                Operator by, TerminalId terminal, Command command, boolean forced) {
            try {
                Optional<CommandStore.Command> kept =
                        office.submit(by, terminal, command, forced, Duration.ofHours(1));
                kept.ifPresent(_ -> sent.add(terminal + " " + command + (forced ? " forced" : "")));
                return kept;
            } catch (StoreUnavailable e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Lets the operator in by the code 12345678.
    private static final class Threshold implements Door {
        @Override
        public Answer enter(String account, char[] code) {
            boolean right =
                    account.equals(OPERATOR.account())
                            && Arrays.equals(code, "12345678".toCharArray());
            Arrays.fill(code, '\0');
            return right ? new Answer.Entered(OPERATOR) : new Answer.Refused();
        }

        @Override
        public void leave(Operator operator) {}
    }

    private final class Ear implements Wire {
        @Override
        public void follow(TerminalId terminal, Consumer<FleetEvent.OfTerminal> heard) {
            listener = heard;
        }

        @Override
        public void unfollow() {
            listener = _ -> {};
        }

        @Override
        public boolean collecting() {
            return true;
        }
    }

    void take(SampleFleet fleet) {
        now = fleet.now();
        view.take(fleet.state());
    }
}
