package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrinterStatus.Paper;
import de.koblenz.kiosk.device.profile.KioskSection;
import java.util.OptionalInt;

/// Reckons how much paper is left: from the printed length and the near-end sensor, over restarts.
///
/// One thread, the printer's own; [#supply()] by any thread.
final class PaperMeter {
    /// Length of a receipt before one was printed.
    private static final int USUAL_MM = 200;

    /// Weight of one paper in the average.
    private static final int WEIGHT = 8;

    private final KioskSection kiosk;
    private final PrintJournal journal;
    private PaperUse use = PaperUse.NEW;
    private Paper paper = Paper.UNKNOWN;
    private boolean remembered;
    private volatile PaperSupply supply = PaperSupply.UNKNOWN;

    PaperMeter(KioskSection kiosk, PrintJournal journal) {
        this.kiosk = kiosk;
        this.journal = journal;
    }

    PaperSupply supply() {
        return supply;
    }

    /// Whether `millimetres` are there, as far as the sensors tell; a mere estimate stops nobody.
    boolean enoughFor(int millimetres) {
        PaperSupply now = supply;
        return paper != Paper.LOW
                || now.millimetres().isEmpty()
                || now.millimetres().getAsInt() >= millimetres;
    }

    private void recall() {
        if (!remembered) {
            use = journal.paperUse();
            remembered = true;
        }
    }

    /// What the sensors say.
    void sees(Paper now) {
        recall();
        paper = now;
        PaperUse before = use;
        switch (now) {
            case LOW -> {
                if (!use.low()) {
                    // What was used until now is what a roll holds above the sensor.
                    use = new PaperUse(0, true, use.printedMm(), use.averageMm());
                }
            }
            case FULL -> {
                if (use.low()) {
                    use = new PaperUse(0, false, use.rollMm(), use.averageMm());
                }
            }
            case OUT -> {
                // Whatever comes after it is a new roll, even if the near-end sensor never spoke.
                use = new PaperUse(0, true, use.rollMm(), use.averageMm());
            }
            case JAMMED, UNKNOWN -> {}
        }
        changed(before);
    }

    /// A paper of that length was printed, or was begun.
    void printed(int millimetres) {
        recall();
        PaperUse before = use;
        int average =
                use.averageMm() == 0
                        ? millimetres
                        : (use.averageMm() * (WEIGHT - 1) + millimetres) / WEIGHT;
        use = new PaperUse(use.printedMm() + millimetres, use.low(), use.rollMm(), average);
        changed(before);
    }

    private void changed(PaperUse before) {
        supply = reckon();
        if (!use.equals(before)) {
            try {
                journal.remember(use);
            } catch (RuntimeException e) {
                Log.fault("the paper meter cannot be written", e);
            }
        }
    }

    private PaperSupply reckon() {
        OptionalInt left = left();
        int each = use.averageMm() == 0 ? USUAL_MM : use.averageMm();
        return new PaperSupply(
                left,
                left.isPresent() ? OptionalInt.of(left.getAsInt() / each) : OptionalInt.empty());
    }

    private OptionalInt left() {
        if (paper == Paper.OUT) {
            return OptionalInt.of(0);
        }
        if (use.low()) {
            return kiosk.nearEndMm() == 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(Math.max(0, kiosk.nearEndMm() - use.printedMm()));
        }
        int aboveSensor =
                use.rollMm() > 0 ? use.rollMm() : Math.max(0, kiosk.rollMm() - kiosk.nearEndMm());
        return aboveSensor == 0
                ? OptionalInt.empty()
                : OptionalInt.of(kiosk.nearEndMm() + Math.max(0, aboveSensor - use.printedMm()));
    }
}
