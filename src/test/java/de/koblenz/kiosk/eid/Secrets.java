package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.secret.Secret;

/// Secrets of test cards.
public final class Secrets {
    private Secrets() {}

    public static Secret of(String digits) {
        Secret secret = new Secret();
        digits.chars().forEach(c -> secret.append(c - '0'));
        return secret;
    }
}
