package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.LocalizedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One administrative service of the city, as its catalogue describes it. Whether this terminal can
/// do it is not said here: a service is startable where `services/<id>/` exists and it is online.
///
/// @param id stable, readable, lower case with hyphens: `bewohnerparkausweis`
/// @param leika key in the federal catalogue, where known
/// @param name official name
/// @param shortName everyday name, at most [ShortName#MOST_LINES] lines of a tile
/// @param summary one sentence in everyday words
/// @param reason why it cannot be done online, where there is more to say than the status does
/// @param feeNote what else there is to say about the fee
/// @param trust how surely the applicant must be known, where known
/// @param tile where the start page leads to it; each online service has one, no other has
public record Leistung(
        String id,
        Optional<LeikaKey> leika,
        LocalizedText name,
        LocalizedText shortName,
        LocalizedText summary,
        Fachamt office,
        OzgStatus status,
        Optional<LocalizedText> reason,
        Fee fee,
        Optional<LocalizedText> feeNote,
        Optional<TrustLevel> trust,
        Provenance provenance,
        Optional<LifeSituation> tile,
        ServicePage page) {

    public boolean online() {
        return status == OzgStatus.ONLINE;
    }

    /// Where the service is done in person: what its page says, or the office with its address.
    public LocalizedText whereToGo() {
        return page.whereToGo().orElseGet(this::officeAddress);
    }

    /// The same as a package of the service describes it.
    ///
    /// @param ownFee its fee
    /// @param ownNote what else there is to say about that
    /// @param ownTrust how surely the applicant must be known
    /// @param ownPage what its page tells
    public Leistung with(
            Fee ownFee,
            Optional<LocalizedText> ownNote,
            Optional<TrustLevel> ownTrust,
            ServicePage ownPage) {
        return new Leistung(
                id,
                leika,
                name,
                shortName,
                summary,
                office,
                status,
                reason,
                ownFee,
                ownNote,
                ownTrust,
                provenance,
                tile,
                ownPage);
    }

    private LocalizedText officeAddress() {
        Map<String, String> texts = new LinkedHashMap<>(office.name().byLanguage());
        texts.replaceAll((_, name) -> name + ", " + office.address());
        return new LocalizedText(texts);
    }
}
