package de.koblenz.kiosk.device.sim;

/// The mechanics of a simulated printer: what sensors see and people do. Not thread-safe.
final class PrinterPanel {
    /// Length of a new roll.
    static final int ROLL_MM = 80_000;

    /// Where the newest paper is, in the numbers of Star's presenter status.
    enum Mouth {
        EMPTY(0),
        SUPPLIED(1),
        PRESENT(3),
        RETRACTED(6),
        TAKEN(7);

        private final int star;

        Mouth(int star) {
            this.star = star;
        }
    }

    private final int nearEndMm;
    private final boolean hasMouth;
    private double paperLeftMm = ROLL_MM;
    private double printedMm;
    private boolean coverOpen;
    private boolean cutterStuck;
    private boolean cutterError;
    private boolean hot;
    private boolean leave;
    private boolean mouthJammed;
    private Mouth mouth = Mouth.EMPTY;
    private int cuts;
    private int retracts;

    /// Star's count of ETB commands, 0 to 31, and whether one was obeyed since the status was last told.
    int etb;

    boolean etbExecuted;

    /// @param nearEndMm paper left when the near-end sensor speaks; 0 if nobody knows
    /// @param hasMouth whether a presenter hands the paper out
    PrinterPanel(int nearEndMm, boolean hasMouth) {
        this.nearEndMm = nearEndMm == 0 ? 2_000 : nearEndMm;
        this.hasMouth = hasMouth;
    }

    void load(double millimetres) {
        paperLeftMm = millimetres;
    }

    double paperLeftMm() {
        return Math.max(0, paperLeftMm);
    }

    void use(double millimetres) {
        paperLeftMm -= millimetres;
        printedMm += millimetres;
    }

    int printedMm() {
        return (int) printedMm;
    }

    void cover(boolean open) {
        coverOpen = open;
        if (open && !cutterStuck) {
            cutterError = false;
        }
        if (open) {
            mouthJammed = false;
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

    void cutOnce() {
        cuts = (cuts + 1) % 1_000_000;
    }

    int cuts() {
        return cuts;
    }

    int retracts() {
        return retracts;
    }

    /// A cut paper lies in the presenter.
    void supply() {
        mouth = Mouth.SUPPLIED;
    }

    /// The presenter hands the paper out.
    void present() {
        if (mouth == Mouth.SUPPLIED) {
            mouth = leave ? Mouth.PRESENT : Mouth.TAKEN;
        }
    }

    /// The presenter takes the paper back.
    void retract() {
        if (mouth == Mouth.SUPPLIED || mouth == Mouth.PRESENT) {
            mouth = Mouth.RETRACTED;
            retracts++;
        }
    }

    /// Whether nobody takes the paper that is handed out.
    void leavePaper(boolean lies) {
        leave = lies;
    }

    void takePaper() {
        if (mouth == Mouth.PRESENT) {
            mouth = Mouth.TAKEN;
        }
    }

    void jam(boolean jammed) {
        mouthJammed = jammed;
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
        return !paperOut() && !coverOpen && !cutterError && !hot && !mouthJammed;
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
                            | (cutterError || hot || mouthJammed ? 0x40 : 0);
            case 3 -> 0x12 | (mouthJammed ? 0x04 : 0) | (cutterError ? 0x08 : 0) | (hot ? 0x40 : 0);
            case 4 -> 0x12 | nearEndBits(0x0C) | (paperOut() ? 0x60 : 0);
            default -> 0;
        };
    }

    /// The four bytes of automatic status, the first one highest.
    int automatic() {
        int first = 0x10 | (online() ? 0 : 0x08) | (coverOpen ? 0x20 : 0);
        int second = (mouthJammed ? 0x04 : 0) | (cutterError ? 0x08 : 0) | (hot ? 0x40 : 0);
        int third = nearEndBits(0x03) | (paperOut() ? 0x0C : 0);
        return first << 24 | second << 16 | third << 8;
    }

    /// Answer to `GS r 1`.
    int paperSensor() {
        return nearEndBits(0x03) | (paperOut() ? 0x0C : 0);
    }

    /// The four bytes of Custom's full status: paper, user, recoverable and unrecoverable errors; paper highest.
    int fullStatus() {
        int paper =
                (paperOut() ? 0x01 : 0) | nearEndBits(0x04) | (mouth == Mouth.PRESENT ? 0x20 : 0);
        int user = coverOpen ? 0x02 : 0;
        int recoverable = (hot ? 0x01 : 0) | (mouthJammed ? 0x40 : 0);
        int unrecoverable = cutterError ? 0x01 : 0;
        return paper << 24 | user << 16 | recoverable << 8 | unrecoverable;
    }

    /// Custom's status of the ejector (`GS e 6`).
    int ejector() {
        return nearEndBits(0x01)
                | (paperOut() ? 0x04 : 0)
                | (mouth == Mouth.PRESENT ? 0x08 : 0)
                | (online() ? 0 : 0x40)
                | (mouthJammed ? 0x80 : 0);
    }

    /// Star's printer status 1 to 7 (third to ninth byte of the automatic status), the first one highest.
    long star() {
        int state = (etbExecuted ? 0x02 : 0) | (online() ? 0 : 0x08) | (coverOpen ? 0x20 : 0);
        int error = (cutterError ? 0x08 : 0) | (hot ? 0x40 : 0);
        int presenterError = mouthJammed ? 0x04 : 0;
        int paper = nearEndBits(0x04) | (paperOut() ? 0x08 : 0);
        int sensor = hasMouth && mouth == Mouth.PRESENT ? 0x02 : 0;
        int counter = (etb & 0x07) << 1 | (etb & 0x18) << 2;
        int position = hasMouth ? mouth.star << 1 : 0;
        return (long) state << 48
                | (long) error << 40
                | (long) presenterError << 32
                | (long) paper << 24
                | (long) sensor << 16
                | (long) counter << 8
                | position;
    }
}
