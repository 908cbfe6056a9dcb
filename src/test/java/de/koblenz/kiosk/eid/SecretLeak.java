package de.koblenz.kiosk.eid;

import com.sun.management.HotSpotDiagnosticMXBean;
import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.eid.secret.Secret;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/// A process of its own: manages PINs that come digit by digit from standard input, with a card that was recorded, and writes its whole heap,
/// garbage included, to a file. Told to, it leaks one on purpose.
public final class SecretLeak {
    private SecretLeak() {}

    private static final List<Object> KEPT = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean leak = arguments[1].equals("leak");
        try (FileInputStream input = new FileInputStream(FileDescriptor.in)) {
            PinManagement change = new PinManagement(PinGoal.CHANGE, new FixedRandom(5));
            change.card(new Replay(Files.readAllLines(folder.resolve("change.txt"))));
            Secret pin = digits(input);
            if (leak) {
                pin.use(digits -> KEPT.add(digits.clone()));
            }
            change.pin(pin);
            PinStep set = change.newPin(digits(input), digits(input));
            PinManagement unblock = new PinManagement(PinGoal.UNBLOCK, new FixedRandom(5));
            unblock.card(new Replay(Files.readAllLines(folder.resolve("unblock.txt"))));
            PinStep unblocked = unblock.puk(digits(input));
            System.out.println(set + " " + unblocked);
        }
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(folder.resolve("heap.hprof").toString(), false);
    }

    private static Secret digits(FileInputStream input) throws IOException {
        Secret secret = new Secret();
        for (int digit = input.read(); digit >= '0'; digit = input.read()) {
            secret.append(digit - '0');
        }
        return secret;
    }

    private static final class Replay implements CardChannel {
        private final Iterator<String> answers;

        Replay(List<String> answers) {
            this.answers = answers.iterator();
        }

        @Override
        public byte[] transmit(byte[] command) {
            return HexFormat.of().parseHex(answers.next());
        }

        @Override
        public boolean extendedLength() {
            return true;
        }

        @Override
        public void close() {}
    }
}
