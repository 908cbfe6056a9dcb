package de.koblenz.kiosk.device.printer;

/// Why a job was not printed, or why nobody knows; the texts word these codes.
public final class PrinterCode {
    /// The port cannot be opened.
    public static final String PORT = "PRN-PORT";

    /// The port vanished, or took nothing any more, while the job was sent or awaited.
    public static final String PORT_LOST = "PRN-PORT-LOST";

    /// The printer does not answer.
    public static final String NO_ANSWER = "PRN-NO-ANSWER";

    /// The printer answers, but did not confirm the job.
    public static final String NO_CONFIRMATION = "PRN-NO-CONFIRMATION";

    public static final String PAPER_OUT = "PRN-PAPER-OUT";
    public static final String JAM = "PRN-JAM";
    public static final String COVER_OPEN = "PRN-COVER-OPEN";
    public static final String CUTTER = "PRN-CUTTER";

    /// The head cools down; it recovers by itself.
    public static final String HOT = "PRN-HOT";

    /// Only a technician can help.
    public static final String BROKEN = "PRN-BROKEN";

    /// The printer still holds remains of an earlier job.
    public static final String NOT_READY = "PRN-NOT-READY";

    /// What is left of the paper may not last for the largest order of a service.
    public static final String PAPER_LOW = "PRN-PAPER-LOW";

    /// The paper does not last for the papers of an order.
    public static final String PAPER_SHORT = "PRN-PAPER-SHORT";

    /// The document is not that of its job.
    public static final String HASH_MISMATCH = "PRN-HASH-MISMATCH";

    /// Whoever the document is for has left.
    public static final String SESSION_OVER = "PRN-SESSION-OVER";

    /// A character can be set in no way.
    public static final String CHARACTER = "PRN-CHARACTER";

    /// The document cannot be encoded, for example because its QR code is too long.
    public static final String DOCUMENT = "PRN-DOCUMENT";

    /// The journal could not be written, so nothing was sent.
    public static final String JOURNAL = "PRN-JOURNAL";

    /// The terminal ended while the job was being printed.
    public static final String INTERRUPTED = "PRN-INTERRUPTED";

    /// Not a failure: the printer's counter told later that the job came out after all.
    public static final String COUNTED = "PRN-COUNTED";

    /// Not a failure: staff have said what became of the job.
    public static final String STAFF = "PRN-STAFF";

    /// A reprint was asked for without a reason.
    public static final String REASON_MISSING = "PRN-REASON-MISSING";

    /// The device has been closed.
    public static final String CLOSED = "PRN-CLOSED";

    /// A fault in the program; the log has it.
    public static final String FAULT = "PRN-FAULT";

    private PrinterCode() {}

    /// The code of what keeps a printer in this status from printing.
    static String of(PrinterStatus status) {
        if (!status.reachable()) {
            return NO_ANSWER;
        }
        if (status.unrecoverable()) {
            return BROKEN;
        }
        if (status.coverOpen()) {
            return COVER_OPEN;
        }
        if (status.cutterError()) {
            return CUTTER;
        }
        if (status.overheated()) {
            return HOT;
        }
        return switch (status.paper()) {
            case OUT -> PAPER_OUT;
            case JAMMED -> JAM;
            case UNKNOWN, FULL, LOW -> NO_ANSWER;
        };
    }
}
