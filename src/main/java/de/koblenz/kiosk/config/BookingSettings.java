package de.koblenz.kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// `booking.yaml`: the service that owns the places of pools and museums (`docs/booking-service.md`).
///
/// @param url base of the service, without the version
/// @param tokenFile bearer token
/// @param holdTtl how long a place is held; at least a minute more than the time for paying
/// @param daysAhead how many days from today can be chosen
/// @param requestTimeout longest wait for one answer
public record BookingSettings(
        URI url,
        ReferencedFile tokenFile,
        Duration holdTtl,
        int daysAhead,
        Duration requestTimeout) {

    static BookingSettings read(ConfigNode node, Path folder) {
        BookingSettings settings =
                new BookingSettings(
                        WebAddress.read(node.at("url")),
                        ReferencedFile.secret(node, "tokenFile", folder),
                        node.at("holdTtl").duration(Duration.ofMinutes(2), Duration.ofHours(2)),
                        node.at("daysAhead").integer(1, 60),
                        node.at("requestTimeout")
                                .duration(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        node.noOthers();
        return settings;
    }
}
