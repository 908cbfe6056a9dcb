package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.failure.EidFailure;

/// A step that the AusweisApp did not take. Never leaves this room: the dialogues turn it into a value.
final class AppException extends Exception {
    private static final long serialVersionUID = 1L;

    private final EidFailure failure;

    AppException(EidFailure failure) {
        super(failure.code());
        this.failure = failure;
    }

    AppException(EidFailure failure, Throwable cause) {
        super(failure.code(), cause);
        this.failure = failure;
    }

    EidFailure failure() {
        return failure;
    }
}
