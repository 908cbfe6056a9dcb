package de.koblenz.kiosk.eid.authority;

/// The holder of the terminal's key cannot be reached or refuses.
public final class AuthorityException extends Exception {
    private static final long serialVersionUID = 1L;

    public AuthorityException(String message) {
        super(message);
    }

    public AuthorityException(String message, Throwable cause) {
        super(message, cause);
    }
}
