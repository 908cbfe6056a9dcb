package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrinterStatus.Presenter;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// Watches the paper in the mouth of a printer: whether it is taken, and that it goes back after a time. Not
/// thread-safe.
final class PresenterWatch {
    private final Optional<de.koblenz.kiosk.device.profile.Presenter> presenter;
    private Presenter known = Presenter.UNKNOWN;
    private Instant since = Instant.MIN;
    private boolean asked;

    PresenterWatch(Optional<de.koblenz.kiosk.device.profile.Presenter> presenter) {
        this.presenter = presenter;
    }

    /// A new paper is about to come out.
    void begin() {
        known = Presenter.UNKNOWN;
        asked = false;
    }

    /// What the sensor says at a moment, and what that means in view of what it said before.
    Presenter sees(Presenter now, Instant at) {
        if (presenter.isEmpty()) {
            return Presenter.UNKNOWN;
        }
        switch (now) {
            case PRESENT -> {
                if (known != Presenter.PRESENT) {
                    since = at;
                }
                known = Presenter.PRESENT;
            }
            case EMPTY -> {
                if (known == Presenter.PRESENT) {
                    known = asked ? Presenter.RETRACTED : Presenter.TAKEN;
                } else if (known != Presenter.TAKEN && known != Presenter.RETRACTED) {
                    known = Presenter.EMPTY;
                }
            }
            case UNKNOWN, ENTERING, TAKEN, RETRACTED, JAMMED -> known = now;
        }
        return known;
    }

    /// Bytes that take the paper back, if it has lain there too long and the printer can.
    Optional<byte[]> retraction(Instant now) {
        if (known != Presenter.PRESENT || asked) {
            return Optional.empty();
        }
        Optional<byte[]> bytes =
                presenter
                        .filter(mouth -> mouth.autoRetractSeconds() > 0)
                        .filter(mouth -> !mouth.retract().isEmpty())
                        .filter(mouth ->
                                !now.isBefore(
                                        since.plus(Duration.ofSeconds(mouth.autoRetractSeconds()))))
                        .map(mouth -> HexFormat.ofDelimiter(" ").parseHex(mouth.retract()));
        asked = bytes.isPresent();
        return bytes;
    }
}
