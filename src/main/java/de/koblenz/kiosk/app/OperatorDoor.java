package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.StaffCode;
import de.koblenz.kiosk.config.OperatorsFile;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.AuditLog;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.monitor.Door;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/// The door of a monitor: accounts, roles and hashes of codes in a file, read anew with each try, so that a change needs no restart. After five
/// wrong tries in a row it stays shut for a minute. Thread-safe.
final class OperatorDoor implements Door {
    private static final int MOST_TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// Whose name is no account is not repeated: it may be a code in the wrong field.
    private static final String UNKNOWN = "unknown";

    /// Hash of no code: an account that does not exist takes as long as one that does.
    private static final String NOBODY =
            "pbkdf2-sha512:210000:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Path file;
    private final AuditLog audit;
    private final InstantSource clock;
    private int wrong;
    private Instant shutUntil = Instant.MIN;

    OperatorDoor(Path file, AuditLog audit, InstantSource clock) {
        this.file = file;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public synchronized Answer enter(String account, char[] code) throws StoreUnavailable {
        try (Secret secret = secret(code)) {
            Instant now = clock.instant();
            if (now.isBefore(shutUntil)) {
                return new Answer.Wait(Math.max(1, Duration.between(now, shutUntil).toSeconds()));
            }
            Optional<OperatorsFile.Account> known = known(account);
            boolean right = matches(known, secret) && known.isPresent();
            Role role = known.map(OperatorDoor::role).orElse(Role.VIEW);
            String name = known.isPresent() ? account : UNKNOWN;
            audit.append(new AuditEntry(now, name, role, "SignIn", "", "", right));
            if (right) {
                wrong = 0;
                return new Answer.Entered(new Operator(account, role));
            }
            wrong++;
            if (wrong >= MOST_TRIES) {
                wrong = 0;
                shutUntil = now.plus(PAUSE);
            }
            return new Answer.Refused();
        } finally {
            Arrays.fill(code, '\0');
        }
    }

    @Override
    public void leave(Operator operator) throws StoreUnavailable {
        audit.append(
                new AuditEntry(
                        clock.instant(),
                        operator.account(),
                        operator.role(),
                        "SignOut",
                        "",
                        "",
                        true));
    }

    private Optional<OperatorsFile.Account> known(String account) {
        Problems problems = new Problems();
        OperatorsFile operators = OperatorsFile.read(file, problems);
        if (!problems.none()) {
            LOG.log(
                    Level.ERROR,
                    "the file of operators has mistakes: {0}",
                    problems.sorted().getFirst());
            return Optional.empty();
        }
        return Optional.ofNullable(operators.accounts().get(account));
    }

    private static boolean matches(Optional<OperatorsFile.Account> account, Secret typed) {
        try {
            return StaffCode.parse(account.map(OperatorsFile.Account::code).orElse(NOBODY))
                    .matches(typed);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "an operator's code cannot be read: {0}", e.getMessage());
            return false;
        }
    }

    private static Role role(OperatorsFile.Account account) {
        return switch (account.role()) {
            case VIEW -> Role.VIEW;
            case OPERATE -> Role.OPERATE;
            case ADMINISTER -> Role.ADMINISTER;
        };
    }

    private static Secret secret(char[] code) {
        Secret secret = new Secret();
        for (char digit : code) {
            if (digit >= '0' && digit <= '9') {
                secret.append(digit - '0');
            }
        }
        return secret;
    }
}
