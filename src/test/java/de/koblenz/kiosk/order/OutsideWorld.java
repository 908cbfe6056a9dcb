package de.koblenz.kiosk.order;

import de.koblenz.kiosk.sandbox.Authority;
import de.koblenz.kiosk.sandbox.Destination;
import de.koblenz.kiosk.sandbox.KoblenzPools;
import de.koblenz.kiosk.sandbox.PaymentAccess;
import de.koblenz.kiosk.sandbox.PublicService;
import de.koblenz.kiosk.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The stand-ins for payment platform, authority and booking service over HTTP, started fast.
final class OutsideWorld {
    private static final Destination DESTINATION = Destination.DEFAULT.withKeyBits(2048);

    /// Making RSA keys takes a second: they are made once.
    private static final byte[] KEYS = keys();

    private OutsideWorld() {}

    private static byte[] keys() {
        try {
            Path folder = Files.createTempDirectory("authority-keys");
            new Authority(folder, 0, InstantSource.system(), DESTINATION).close();
            byte[] file = Files.readAllBytes(folder.resolve("authority.db"));
            try (var files = Files.list(folder)) {
                for (Path one : files.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(folder);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param places capacity of each slot
    /// @param timeLimit of the payment platform
    static Sandbox start(Path folder, InstantSource clock, int places, Duration timeLimit)
            throws IOException {
        return start(folder, clock, places, timeLimit, DESTINATION.services());
    }

    /// @param services for which the authority takes applications
    static Sandbox start(
            Path folder,
            InstantSource clock,
            int places,
            Duration timeLimit,
            List<PublicService> services)
            throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("authority.db"), KEYS);
        return Sandbox.start(
                folder,
                clock,
                new Sandbox.Settings(
                        0,
                        timeLimit,
                        PaymentAccess.DEFAULT,
                        new Destination(
                                DESTINATION.id(),
                                services,
                                DESTINATION.clientId(),
                                DESTINATION.clientSecret(),
                                DESTINATION.keyBits()),
                        Sandbox.BOOKING_TOKEN,
                        KoblenzPools.venues().stream()
                                .map(venue -> venue.withCapacity(places, Math.min(places, 10)))
                                .toList()));
    }
}
