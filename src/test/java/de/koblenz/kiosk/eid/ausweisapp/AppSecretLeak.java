package de.koblenz.kiosk.eid.ausweisapp;

import com.sun.management.HotSpotDiagnosticMXBean;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.secret.Secret;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own: changes a PIN that comes digit by digit from standard input by an AusweisApp that is played elsewhere, and writes its whole
/// heap, garbage included, to a file while the connection still stands. Told to, it leaks a PIN on purpose.
public final class AppSecretLeak {
    private static final List<Object> KEPT = new ArrayList<>();

    private AppSecretLeak() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        URI address = URI.create(arguments[1]);
        boolean leak = arguments[2].equals("leak");
        try (AusweisApp app = new AusweisApp(address, PlayedApp.TIMINGS);
                AusweisAppPins pins = new AusweisAppPins(PinGoal.CHANGE, app);
                FileInputStream input = new FileInputStream(FileDescriptor.in)) {
            pins.card(new UntouchedReader());
            Secret pin = digits(input);
            if (leak) {
                pin.use(digits -> KEPT.add(digits.clone()));
            }
            pins.pin(pin);
            PinStep step = pins.newPin(digits(input), digits(input));
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(folder.resolve("heap.hprof").toString(), false);
            System.out.println(step);
        }
        System.exit(0);
    }

    private static Secret digits(FileInputStream input) throws IOException {
        Secret secret = new Secret();
        for (int digit = input.read(); digit >= '0'; digit = input.read()) {
            secret.append(digit - '0');
        }
        return secret;
    }
}
