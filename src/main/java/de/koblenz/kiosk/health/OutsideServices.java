package de.koblenz.kiosk.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the terminal leans on beyond its own program: the time, the right to read identity cards, the payment platform, the services of its
/// configuration. Thread-safe; never blocks and never fails.
public interface OutsideServices {
    /// Services of which nothing is known.
    OutsideServices NONE =
            () ->
                    new Reading(
                            OptionalDouble.empty(),
                            new Right.Unknown(),
                            Payment.UNKNOWN,
                            List.of());

    /// As it is now.
    Reading read();

    /// One look at them.
    ///
    /// @param clockOffset seconds that the terminal's clock is ahead
    /// @param right by which identity cards are read
    /// @param payment how the payment platform is
    /// @param broken services of the configuration that cannot be started, in the order of their names
    record Reading(OptionalDouble clockOffset, Right right, Payment payment, List<Broken> broken) {
        public Reading {
            broken = List.copyOf(broken);
        }
    }

    /// A service of the configuration that cannot be started.
    ///
    /// @param service its id in the catalogue
    /// @param code of the first reason, such as `PKG-HASH`
    record Broken(String service, String code) {}

    /// The right to read identity cards.
    sealed interface Right {
        /// Not looked at yet, not the terminal's own, or none is configured.
        record Unknown() implements Right {}

        /// It should be there and cannot be had: a file or the hardware module fails.
        record Missing() implements Right {}

        /// Its certificate.
        ///
        /// @param until the first moment at which it is over
        record Held(Instant from, Instant until) implements Right {
            /// Such certificates may live for days alone: nobody has to be told of one while three quarters of it are not over.
            static final int NOTICE_SHARE = 4;

            /// How long before its end somebody has to be told.
            Duration notice(Duration usual) {
                Duration share = Duration.between(from, until).dividedBy(NOTICE_SHARE);
                return share.compareTo(usual) < 0 ? share : usual;
            }

            boolean over(Instant now) {
                return !now.isBefore(until);
            }
        }

        /// The certificate, where there is one.
        default Optional<Held> held() {
            return this instanceof Held held ? Optional.of(held) : Optional.empty();
        }
    }

    /// How the payment platform is.
    enum Payment {
        /// Nobody has asked yet.
        UNKNOWN,
        REACHABLE,
        /// It does not answer, or takes no payments.
        UNREACHABLE,
        /// It answers, but not to this terminal's account.
        DENIED
    }
}
