package de.koblenz.kiosk.sandbox;

/// A request that cannot be served: wrong input, wrong credentials or nothing there. Becomes an answer with
/// status 4xx; what went right but turned out otherwise (sold out, already paid) is an ordinary [Reply].
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    /// Refuses for a reason that a program and a person can read.
    ///
    /// @param status HTTP status, 400 to 499
    /// @param code short and stable, for programs
    /// @param message for people; names fields, never their content
    public Refusal(int status, String code, String message) {
        // Expected and frequent under hostile input: nobody needs the stack.
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// Status 400 with the code `BAD_REQUEST`.
    public static Refusal badRequest(String message) {
        return new Refusal(400, "BAD_REQUEST", message);
    }

    /// Status 404 with the code `NOT_FOUND`.
    public static Refusal notFound(String what) {
        return new Refusal(404, "NOT_FOUND", what + " not found");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /// The message, never null.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
