package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.StaffCode;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.eid.secret.Secret;
import java.io.Console;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Makes the line for the file of the staff code. The code is typed unseen and is never an argument, which others could
/// see in the list of processes.
@Command(
        name = "staff-code",
        description = "Makes the hash of a staff code for the file that terminal.yaml names.")
final class StaffCodeCommand implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Console> found = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (found.isEmpty()) {
            err.println("buergerterminal staff-code: type the code at a terminal");
            return CommandLine.ExitCode.USAGE;
        }
        Console console = found.get();
        try (Secret first = typed(console, "Staff code (%d digits): ");
                Secret second = typed(console, "Once more (%d digits): ")) {
            if (first.length() != StaffVisit.CODE_DIGITS || !first.matches(second)) {
                err.println("buergerterminal staff-code: not twice the same eight digits");
                return CommandLine.ExitCode.USAGE;
            }
            spec.commandLine().getOut().println(StaffCode.of(first, new SecureRandom()).line());
            return CommandLine.ExitCode.OK;
        }
    }

    /// What was typed; nothing where it has anything but digits, or too many of them.
    private static Secret typed(Console console, String prompt) {
        Secret secret = new Secret();
        char @Nullable [] characters = console.readPassword(prompt, StaffVisit.CODE_DIGITS);
        if (characters == null) {
            return secret;
        }
        boolean digits = characters.length == StaffVisit.CODE_DIGITS;
        for (char character : characters) {
            digits &= character >= '0' && character <= '9';
        }
        for (int i = 0; digits && i < characters.length; i++) {
            secret.append(characters[i] - '0');
        }
        Arrays.fill(characters, '\0');
        return secret;
    }
}
