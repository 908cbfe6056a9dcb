package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.LocalizedText;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What the page of a service tells beyond name, fee and office.
///
/// @param minutes how long it takes a practised person, 1 to 120; empty where nobody knows
/// @param needs what to have at hand, most important first
/// @param whereToGo where the service is done in person, where that is not the office's own address
/// @param url page of the city or of whoever does the service; becomes a QR code
/// @param note what else a citizen must know before starting
/// @param provider who does the service at that address, where it is not the city (EfA, federal services)
public record ServicePage(
        Optional<Integer> minutes,
        List<Need> needs,
        Optional<LocalizedText> whereToGo,
        URI url,
        Optional<LocalizedText> note,
        Optional<LocalizedText> provider) {

    public ServicePage {
        needs = List.copyOf(needs);
    }

    /// The same service done by somebody else, on a page of theirs.
    public ServicePage doneBy(LocalizedText other, URI address) {
        return new ServicePage(minutes, needs, whereToGo, address, note, Optional.of(other));
    }
}
