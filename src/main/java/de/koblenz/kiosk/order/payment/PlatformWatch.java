package de.koblenz.kiosk.order.payment;

/// Whether the payment platform can be used, by its newest answer: payments tell it, and a look at its state where nobody pays.
/// Thread-safe.
public final class PlatformWatch {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private volatile State state = State.UNKNOWN;
    private volatile long heard;

    /// What the newest answer said.
    public enum State {
        /// Nobody has asked yet.
        UNKNOWN,
        /// It answers and takes payments.
        REACHABLE,
        /// It does not answer, is broken, or says that it takes no payments now.
        UNREACHABLE,
        /// It answers, but not to this account.
        DENIED
    }

    public State state() {
        return state;
    }

    /// Answers and failures so far: whether anything was heard between two moments.
    public long heard() {
        return heard;
    }

    /// It answered.
    ///
    /// @param status HTTP status, below 500
    void answered(int status) {
        note(status == UNAUTHORIZED || status == FORBIDDEN ? State.DENIED : State.REACHABLE);
    }

    /// It did not answer, or says that it cannot.
    void failed() {
        note(State.UNREACHABLE);
    }

    private synchronized void note(State next) {
        state = next;
        heard++;
    }
}
