package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.transport.SerialTransport;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/// A terminal in a process of its own that prints one job over a serial port and is killed from outside. Standard
/// output tells where it is.
final class MortalPrinter {
    private MortalPrinter() {}

    /// @param arguments port, database, key of the profile, id of the job
    public static void main(String[] arguments) throws Exception {
        DeviceProfile profile = Profiles.shipped(arguments[2]);
        Database database = Database.open(Path.of(arguments[1]));
        EscPosPrinter printer =
                new EscPosPrinter(
                        new DeviceId("receipt-printer"),
                        profile,
                        new SerialTransport(arguments[0], profile.kiosk().serial()),
                        Letterhead.koblenz("Stadt Koblenz", "Duplikat"),
                        new SqlitePrintJournal(database, Clock.systemUTC()),
                        Clock.systemUTC(),
                        PrinterTimings.USUAL);
        CountDownLatch online = new CountDownLatch(1);
        printer.observe(health -> {
            if (health.state() == DeviceState.ONLINE) {
                online.countDown();
            }
        });
        online.await();
        say("online");
        PrintOutcome outcome = printer.print(PrintKillTest.job(arguments[3])).get();
        say("end " + outcome.getClass().getSimpleName());
        printer.close();
        database.close();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
