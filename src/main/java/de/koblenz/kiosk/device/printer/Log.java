package de.koblenz.kiosk.device.printer;

/// The log of printers: faults only, never a document or a job's content.
final class Log {
    private static final System.Logger LOGGER = System.getLogger("de.koblenz.kiosk.device.printer");

    private Log() {}

    static void fault(String what, Exception cause) {
        LOGGER.log(System.Logger.Level.ERROR, what, cause);
    }
}
