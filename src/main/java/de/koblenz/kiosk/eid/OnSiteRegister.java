package de.koblenz.kiosk.eid;

/// Where on-site readings are written down: that one took place, when and for which service, and that staff had compared the photo; nothing
/// about the citizen.
@FunctionalInterface
public interface OnSiteRegister {
    /// Called before the card is read.
    void confirmed(StaffConfirmation confirmation);
}
