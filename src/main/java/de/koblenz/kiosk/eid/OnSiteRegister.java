package de.koblenz.kiosk.eid;

import java.time.Instant;

/// Where on-site readings are written down: that one took place and who compared the photo, nothing about the citizen.
@FunctionalInterface
public interface OnSiteRegister {
    /// Called before the card is read.
    ///
    /// @param staff pseudonymous number of the member of staff
    void confirmed(String staff, Instant at);
}
