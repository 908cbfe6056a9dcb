package de.koblenz.kiosk.device.scanner;

/// The log of scanners: faults of the program only, never what a scanner sent.
final class Log {
    private static final System.Logger LOGGER = System.getLogger("de.koblenz.kiosk.device.scanner");

    private Log() {}

    static void fault(String what, Throwable cause) {
        LOGGER.log(System.Logger.Level.ERROR, what, cause);
    }
}
