package de.koblenz.kiosk.eid.failure;

/// A step of a protocol that did not succeed. Never leaves the eid wing: the workflow turns it into a value. Carries no octet
/// of what was exchanged.
public final class EidException extends Exception {
    private static final long serialVersionUID = 1L;

    private final EidFailure failure;

    public EidException(EidFailure failure) {
        super(failure.code());
        this.failure = failure;
    }

    public EidException(EidFailure failure, Throwable cause) {
        super(failure.code(), cause);
        this.failure = failure;
    }

    public EidFailure failure() {
        return failure;
    }
}
