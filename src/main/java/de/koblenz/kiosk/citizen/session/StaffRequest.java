package de.koblenz.kiosk.citizen.session;

/// What is to be done for staff.
public sealed interface StaffRequest {
    /// Take the digits of a code.
    record OpenPad() implements StaffRequest {}

    /// Look whether the code is right, and erase it.
    record CheckCode() implements StaffRequest {}

    /// Erase what was typed and take no more.
    record ClosePad() implements StaffRequest {}

    /// Print the test page.
    record PrintTest() implements StaffRequest {}

    /// Print a kept paper.
    record Reprint(String jobId, ReprintReason reason) implements StaffRequest {}

    /// Note what became of a paper.
    record Resolve(String jobId, boolean printed) implements StaffRequest {}
}
