package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.profile.Completion;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.StatusProtocol;
import de.koblenz.kiosk.device.transport.ByteTransport;
import de.koblenz.kiosk.device.transport.SerialSettings;
import de.koblenz.kiosk.device.transport.SerialTransport;
import de.koblenz.kiosk.device.transport.TcpTransport;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// From the name of a profile and a port to a printer that works. Immutable and thread-safe.
public final class DriverRegistry {
    private static final String TCP = "tcp://";
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final Map<String, DeviceProfile> profiles;
    private final Letterhead letterhead;
    private final PrintJournal journal;
    private final InstantSource clock;

    public DriverRegistry(
            Map<String, DeviceProfile> profiles,
            Letterhead letterhead,
            PrintJournal journal,
            InstantSource clock) {
        this.profiles = Map.copyOf(profiles);
        this.letterhead = letterhead;
        this.journal = journal;
        this.clock = clock;
    }

    /// Why a printer cannot be driven by this profile, in words for whoever wrote the configuration.
    public static Optional<String> objection(Map<String, DeviceProfile> profiles, String key) {
        DeviceProfile profile = profiles.get(key);
        if (profile == null) {
            return Optional.of(
                    "there is no device profile '"
                            + key
                            + "'"
                            + ConfigNode.suggestion(key, profiles.keySet()));
        }
        if (profile.media().pixels() == 0) {
            return Optional.of("the profile '" + key + "' does not know the width of the paper");
        }
        boolean star = profile.kiosk().status() == StatusProtocol.STAR_ASB;
        if (star != (profile.kiosk().completion() == Completion.ETB)) {
            return Optional.of(
                    "the profile '"
                            + key
                            + "' mixes languages: star-asb and etb go together, and only they");
        }
        return Optional.empty();
    }

    /// Starts the driver of a printer.
    ///
    /// @param profile key of its profile
    /// @param port path of a serial port, or `tcp://host:9100`
    /// @throws IllegalArgumentException where [#objection(Map, String)] has one, or for a port of no known form
    public TicketPrinter printer(DeviceId id, String profile, String port) {
        objection(profiles, profile)
                .ifPresent(objection -> {
                    throw new IllegalArgumentException(objection);
                });
        DeviceProfile found = profiles.get(profile);
        if (found == null) {
            throw new IllegalArgumentException(profile);
        }
        return new EscPosPrinter(
                id,
                found,
                line(port, found.kiosk().serial()),
                letterhead,
                journal,
                clock,
                PrinterTimings.USUAL);
    }

    /// The line to a port.
    public static ByteTransport line(String port, SerialSettings settings) {
        if (!port.startsWith(TCP)) {
            return new SerialTransport(port, settings);
        }
        URI uri = URI.create(port);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("not of the form tcp://host:9100: " + port);
        }
        return new TcpTransport(
                uri.getHost(),
                uri.getPort() < 0 ? TcpTransport.PRINTER_PORT : uri.getPort(),
                CONNECT,
                settings.writeTimeout());
    }
}
