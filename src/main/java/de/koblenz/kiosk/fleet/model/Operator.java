package de.koblenz.kiosk.fleet.model;

/// Who acts at a monitoring terminal.
///
/// @param account name of the account at the data centre, 1 to 60 characters
public record Operator(String account, Role role) {
    public Operator {
        if (account.isBlank() || account.length() > 60) {
            throw new IllegalArgumentException("not an account");
        }
    }
}
