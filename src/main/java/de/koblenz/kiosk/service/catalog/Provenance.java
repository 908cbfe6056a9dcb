package de.koblenz.kiosk.service.catalog;

import java.util.Optional;

/// Where the statements about one service come from.
///
/// @param status why the service counts as online, planned and so on
/// @param trust why this trust level
/// @param fee source of the amount, where there is one
/// @param page source of what the service page says, where there is one
public record Provenance(Basis status, Basis trust, Optional<Basis> fee, Optional<Basis> page) {

    /// Whether any statement about the service is an assumption.
    public boolean assumption() {
        return status.assumption()
                || trust.assumption()
                || fee.filter(Basis::assumption).isPresent()
                || page.filter(Basis::assumption).isPresent();
    }
}
