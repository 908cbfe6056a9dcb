package de.koblenz.kiosk.device.printer;

/// How a print job ended. There is no fourth way: a job is printed, not printed, or nobody can know.
public sealed interface PrintOutcome {
    /// The printer confirmed that the paper is printed and cut.
    record Completed() implements PrintOutcome {}

    /// Not one line of it is on paper.
    ///
    /// @param code stable failure code such as `PRN-PAPER-OUT`, worded by the texts
    record NotPrinted(String code) implements PrintOutcome {}

    /// Bytes were sent and no confirmation came: staff decide, a reprint is marked "Duplikat".
    ///
    /// @param code stable failure code such as `PRN-PORT-LOST`, worded by the texts
    record Unknown(String code) implements PrintOutcome {}
}
