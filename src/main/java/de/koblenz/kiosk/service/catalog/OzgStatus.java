package de.koblenz.kiosk.service.catalog;

import java.util.Optional;

/// How far a service is on its way online under the Onlinezugangsgesetz, as the city reports it.
public enum OzgStatus {
    /// Can be done online today.
    ONLINE,
    /// Is being built.
    UMSETZUNG,
    /// Is planned.
    GEPLANT,
    /// Cannot be done online by law or nature, for example where a person must appear.
    NICHT_UMSETZBAR;

    /// Key of the status in one or two words.
    public String labelKey() {
        return "status." + name() + ".label";
    }

    /// Key of the sentence that says why the service cannot be started; none for an online one.
    public Optional<String> reasonKey() {
        return this == ONLINE ? Optional.empty() : Optional.of("status." + name() + ".reason");
    }
}
