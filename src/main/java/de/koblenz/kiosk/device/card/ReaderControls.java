package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.device.profile.ReaderProfile;
import java.util.OptionalInt;
import javax.smartcardio.CardException;

/// What can be asked of the reader in use, beside passing commands on. The reader's thread only.
///
/// Its profile says what to expect, the reader what there is: only both together count. So a reader that nobody knows is asked for
/// nothing, and keys that a driver claims and nobody has seen are not waited for.
final class ReaderControls {
    private final ReaderFeatures.Control control;
    private final OptionalInt pace;
    private final OptionalInt changePin;
    private final boolean extendedLength;

    private ReaderControls(
            ReaderFeatures.Control control,
            OptionalInt pace,
            OptionalInt changePin,
            boolean extendedLength) {
        this.control = control;
        this.pace = pace;
        this.changePin = changePin;
        this.extendedLength = extendedLength;
    }

    /// Asks the reader what it has of what its profile promises.
    static ReaderControls of(ReaderProfile profile, ReaderFeatures.Control control) {
        if (!profile.keypad() && !profile.extendedLength()) {
            return new ReaderControls(control, OptionalInt.empty(), OptionalInt.empty(), false);
        }
        ReaderFeatures features = ReaderFeatures.of(control);
        OptionalInt pace = OptionalInt.empty();
        OptionalInt changePin = OptionalInt.empty();
        if (profile.keypad() && offersPace(features, control)) {
            pace = features.code(ReaderFeatures.EXECUTE_PACE);
            changePin = features.code(ReaderFeatures.MODIFY_PIN_DIRECT);
        }
        boolean extended = profile.extendedLength() && !features.shortCommandsOnly(control);
        return new ReaderControls(control, pace, changePin, extended);
    }

    private static boolean offersPace(ReaderFeatures features, ReaderFeatures.Control control) {
        OptionalInt code = features.code(ReaderFeatures.EXECUTE_PACE);
        if (code.isEmpty()) {
            return false;
        }
        try {
            return PaceControl.offersEid(control.send(code.getAsInt(), PaceControl.capabilities()));
        } catch (CardException | RuntimeException _) {
            return false;
        }
    }

    boolean extendedLength() {
        return extendedLength;
    }

    boolean keypad() {
        return pace.isPresent();
    }

    boolean changesPin() {
        return changePin.isPresent();
    }

    PaceOutcome establishPace(int password, byte[] template, byte[] description)
            throws CardException {
        return PaceControl.outcome(
                control.send(
                        pace.orElseThrow(),
                        PaceControl.establish(password, template, description)));
    }

    PinOutcome changePin(byte[] command) throws CardException {
        return PinControl.outcome(
                control.send(changePin.orElseThrow(), PinControl.change(command)));
    }
}
