package de.koblenz.kiosk.device.scanner;

/// Why a scan failed; the texts word these codes.
public enum ScannerCode {
    /// The scanner does not answer: cable out, power off, or `ipp-usb` does not run.
    GONE("SCN-GONE"),
    /// Something else uses it, or it did not become ready in time.
    BUSY("SCN-BUSY"),
    /// The feeder is to be used, and no paper lies in it.
    EMPTY("SCN-EMPTY"),
    /// Paper is stuck in the feeder, or two sheets came at once.
    JAM("SCN-JAM"),
    /// The feeder's cover is open.
    COVER("SCN-COVER"),
    /// Only a technician can help.
    BROKEN("SCN-BROKEN"),
    /// The scanner lacks the source, cannot make JPEG, or rejects the job.
    UNSUPPORTED("SCN-UNSUPPORTED"),
    /// It began, and did not finish in time.
    SLOW("SCN-SLOW"),
    /// The pages have more bytes than are wanted.
    TOO_LARGE("SCN-TOO-LARGE"),
    /// More pages lie in the feeder than are wanted.
    TOO_MANY("SCN-TOO-MANY"),
    /// What came is broken off, no picture, or not what eSCL allows.
    BAD_DATA("SCN-BAD-DATA"),
    /// [DocumentScanner#cancel()] was called.
    CANCELLED("SCN-CANCELLED"),
    /// The device has been closed.
    CLOSED("SCN-CLOSED"),
    /// A fault in the program; the log has it.
    FAULT("SCN-FAULT");

    private final String code;

    ScannerCode(String code) {
        this.code = code;
    }

    /// The code that people quote; the same in all versions.
    public String code() {
        return code;
    }

    /// As [#code()].
    @Override
    public String toString() {
        return code;
    }
}
