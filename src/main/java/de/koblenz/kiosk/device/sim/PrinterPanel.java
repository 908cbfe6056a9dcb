package de.koblenz.kiosk.device.sim;

/// The mechanics of a simulated printer: what sensors see and people do. Not thread-safe.
final class PrinterPanel {
    /// Length of a new roll.
    static final int ROLL_MM = 80_000;

    private final int nearEndMm;
    private double paperLeftMm = ROLL_MM;
    private boolean coverOpen;
    private boolean cutterStuck;
    private boolean cutterError;
    private boolean hot;

    PrinterPanel(int nearEndMm) {
        this.nearEndMm = nearEndMm == 0 ? 2_000 : nearEndMm;
    }

    void load(double millimetres) {
        paperLeftMm = millimetres;
    }

    double paperLeftMm() {
        return Math.max(0, paperLeftMm);
    }

    void use(double millimetres) {
        paperLeftMm -= millimetres;
    }

    void cover(boolean open) {
        coverOpen = open;
        if (open && !cutterStuck) {
            cutterError = false;
        }
    }

    void stickCutter(boolean stuck) {
        cutterStuck = stuck;
    }

    void heat(boolean tooHot) {
        hot = tooHot;
    }

    /// Moves the knife.
    ///
    /// @return false if it is stuck: the printer is in error until it is told to go on
    boolean moveCutter() {
        cutterError = cutterStuck;
        return !cutterStuck;
    }

    /// The terminal tells the printer to go on after an error.
    void recover() {
        cutterError = cutterError && cutterStuck;
    }

    /// Switched off and on.
    void restart() {
        cutterError = false;
    }

    boolean paperOut() {
        return paperLeftMm <= 0;
    }

    boolean online() {
        return !paperOut() && !coverOpen && !cutterError && !hot;
    }

    private int nearEndBits(int bits) {
        return paperLeftMm <= nearEndMm ? bits : 0;
    }

    /// Answer to `DLE EOT n`; 0 for an unknown n.
    int realTime(int request) {
        return switch (request) {
            case 1 -> 0x12 | (online() ? 0 : 0x08);
            case 2 ->
                    0x12
                            | (coverOpen ? 0x04 : 0)
                            | (paperOut() ? 0x20 : 0)
                            | (cutterError || hot ? 0x40 : 0);
            case 3 -> 0x12 | (cutterError ? 0x08 : 0) | (hot ? 0x40 : 0);
            case 4 -> 0x12 | nearEndBits(0x0C) | (paperOut() ? 0x60 : 0);
            default -> 0;
        };
    }

    /// The four bytes of automatic status, the first one highest.
    int automatic() {
        int first = 0x10 | (online() ? 0 : 0x08) | (coverOpen ? 0x20 : 0);
        int second = (cutterError ? 0x08 : 0) | (hot ? 0x40 : 0);
        int third = nearEndBits(0x03) | (paperOut() ? 0x0C : 0);
        return first << 24 | second << 16 | third << 8;
    }

    /// Answer to `GS r 1`.
    int paperSensor() {
        return nearEndBits(0x03) | (paperOut() ? 0x0C : 0);
    }
}
