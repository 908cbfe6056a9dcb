package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.KioskSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.order.payment.BookingExport;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqliteBookingJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bookings`: the booking journal as CSV for the Stadtkasse.
@Command(
        name = "bookings",
        description = "Prints the journal of charges and refunds as CSV (RFC 4180).")
final class BookingsCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the terminal (default: the one in terminal.yaml).")
    private @Nullable Path data;

    @Option(names = "--comma", description = "Amounts as 12,50 instead of 12.50.")
    private boolean comma;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = data;
        if (folder == null) {
            Problems problems = new Problems();
            KioskSettings settings = KioskSettings.read(folders.config(), problems);
            if (!problems.none()) {
                folders.listed(problems).forEach(spec.commandLine().getErr()::println);
                return 1;
            }
            folder = settings.terminal().dataFolder();
        }
        Path file = folder.resolve(Backstage.DATABASE);
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("buergerterminal bookings: there is no " + file);
            return 1;
        }
        try (Database database = Database.openToRead(file)) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(BookingExport.csv(new SqliteBookingJournal(database).entries(), comma));
            out.flush();
        }
        return 0;
    }
}
