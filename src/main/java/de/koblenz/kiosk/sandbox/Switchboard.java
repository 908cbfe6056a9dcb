package de.koblenz.kiosk.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the bench and a line on standard input can do to the stand-ins. Thread-safe.
public record Switchboard(PaymentPlatform payments, Authority authority, BookingService booking) {
    /// The stand-ins by name.
    public enum Service {
        PAYMENT,
        AUTHORITY,
        BOOKING
    }

    /// Transactions that can be paid now, the oldest first.
    public List<PaymentTransaction> waiting() {
        return payments.transactions().stream()
                .filter(transaction -> transaction.status() == PaymentStatus.INITIAL)
                .toList();
    }

    /// Pays the newest transaction that waits; empty if none does.
    public Optional<PaymentStatus> payLast(PaymentMethod method) {
        return last(transaction -> payments.pay(transaction.id(), method));
    }

    /// Declines the newest transaction that waits.
    public Optional<PaymentStatus> declineLast() {
        return last(transaction -> payments.decline(transaction.id()));
    }

    /// Gives up the newest transaction that waits.
    public Optional<PaymentStatus> cancelLast() {
        return last(transaction -> payments.cancel(transaction.id()));
    }

    /// Pays all transactions that wait.
    ///
    /// @return how many
    public int payAll() {
        List<PaymentTransaction> waiting = waiting();
        waiting.forEach(transaction -> payments.pay(transaction.id()));
        return waiting.size();
    }

    /// Cuts one stand-in off from the network, or connects it again.
    public void offline(Service service, boolean offline) {
        switch (service) {
            case PAYMENT -> payments.offline(offline);
            case AUTHORITY -> authority.offline(offline);
            case BOOKING -> booking.offline(offline);
        }
    }

    /// Cuts all stand-ins off, as when the terminal's network is down, or connects them again.
    public void offline(boolean offline) {
        for (Service service : Service.values()) {
            offline(service, offline);
        }
    }

    public Faults faults(Service service) {
        return switch (service) {
            case PAYMENT -> payments.faults();
            case AUTHORITY -> authority.faults();
            case BOOKING -> booking.faults();
        };
    }

    private Optional<PaymentStatus> last(Function<PaymentTransaction, PaymentStatus> action) {
        List<PaymentTransaction> waiting = waiting();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(action.apply(waiting.getLast()));
    }
}
