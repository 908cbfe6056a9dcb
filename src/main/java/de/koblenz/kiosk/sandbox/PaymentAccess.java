package de.koblenz.kiosk.sandbox;

/// By what a client of the platform is known.
///
/// @param originatorId the online service that asks
/// @param endPointId the account that is paid
/// @param user for basic authentication (RFC 7617)
/// @param password for basic authentication
public record PaymentAccess(String originatorId, String endPointId, String user, String password) {
    /// What the stand-in listens to where nothing else is asked for.
    public static final PaymentAccess DEFAULT =
            new PaymentAccess("buergerterminal", "koblenz-stadtkasse", "terminal", "sandbox");

    @Override
    public String toString() {
        return "PaymentAccess[" + originatorId + "/" + endPointId + "]";
    }
}
