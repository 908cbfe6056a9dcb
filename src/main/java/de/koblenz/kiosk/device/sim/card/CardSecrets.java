package de.koblenz.kiosk.device.sim.card;

import java.nio.charset.StandardCharsets;

/// Passwords of one card and what happens to them: lives as long as the card, whatever its power does. Not thread-safe.
final class CardSecrets {
    static final int ALL_TRIES = 3;

    private static final int SUSPENDED = 1;
    private static final int UNBLOCKINGS = 10;
    private static final int PIN_LENGTH = 6;

    private final byte[] can;
    private final byte[] puk;
    private byte[] pin;
    private int tries;
    private int unblockings = UNBLOCKINGS;
    private boolean active;

    CardSecrets(Persona persona) {
        Persona.Secrets secrets = persona.secrets();
        can = secrets.can().getBytes(StandardCharsets.US_ASCII);
        puk = secrets.puk().getBytes(StandardCharsets.US_ASCII);
        pin = secrets.pin().getBytes(StandardCharsets.US_ASCII);
        tries = secrets.tries();
        active = secrets.active();
    }

    byte[] of(CardPassword password) {
        return switch (password) {
            case CAN -> can;
            case PIN -> pin;
            case PUK -> puk;
        };
    }

    int tries() {
        return tries;
    }

    boolean active() {
        return active;
    }

    void activate(boolean on) {
        active = on;
    }

    /// What `MSE:Set AT` tells of a password that will be asked for (B.14.1).
    ///
    /// @return status bytes, `9000` where there is nothing to tell
    int announcement(CardPassword password) {
        if (password != CardPassword.PIN) {
            return 0x9000;
        }
        if (!active) {
            return CardError.DEACTIVATED_WARNING;
        }
        return tries == ALL_TRIES ? 0x9000 : 0x63C0 | tries;
    }

    /// Whether the password may be tried now (B.14.2).
    ///
    /// @param resumed whether the holder has shown the CAN in this session
    void requireUsable(CardPassword password, boolean resumed) throws CardError {
        if (password != CardPassword.PIN) {
            return;
        }
        if (!active) {
            throw new CardError(CardError.UNUSABLE);
        }
        if (tries == 0) {
            throw new CardError(CardError.BLOCKED);
        }
        if (tries == SUSPENDED && !resumed) {
            throw new CardError(CardError.CONDITIONS);
        }
    }

    /// Counts a try before it is known how it ends, so that pulling the card gains nothing.
    void count(CardPassword password) {
        if (password == CardPassword.PIN) {
            tries--;
        }
    }

    void succeeded(CardPassword password) {
        if (password == CardPassword.PIN) {
            tries = ALL_TRIES;
        }
    }

    /// What a wrong password is answered with.
    CardError failure(CardPassword password) {
        return new CardError(password == CardPassword.PIN ? 0x63C0 | tries : CardError.FAILED);
    }

    /// @throws CardError with `6A80` for anything but six digits
    void change(byte[] next) throws CardError {
        if (next.length != PIN_LENGTH) {
            throw new CardError(CardError.WRONG_DATA);
        }
        for (byte digit : next) {
            if (digit < '0' || digit > '9') {
                throw new CardError(CardError.WRONG_DATA);
            }
        }
        pin = next.clone();
        tries = ALL_TRIES;
    }

    /// @throws CardError with `6983` where the PUK has been used up
    void unblock() throws CardError {
        if (unblockings == 0) {
            throw new CardError(CardError.BLOCKED);
        }
        unblockings--;
        tries = ALL_TRIES;
    }
}
