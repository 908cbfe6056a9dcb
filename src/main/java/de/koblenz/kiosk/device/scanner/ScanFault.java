package de.koblenz.kiosk.device.scanner;

/// A step of a scan went wrong. Its message is the code alone: nothing of what the scanner sent.
final class ScanFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final ScannerCode code;

    ScanFault(ScannerCode code) {
        super(code.code(), null, false, false);
        this.code = code;
    }

    ScannerCode code() {
        return code;
    }
}
