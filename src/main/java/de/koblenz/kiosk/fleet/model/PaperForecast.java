package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a roll of paper will be empty, from what was left at several times.
public final class PaperForecast {
    /// Less is no basis: an afternoon says nothing about a week.
    private static final Duration LEAST = Duration.ofHours(6);

    /// More is not worth planning for.
    private static final Duration FARTHEST = Duration.ofDays(365);

    private PaperForecast() {}

    /// What was left at one time, in any unit.
    public record Remaining(Instant at, double amount) {}

    /// Straight line of least squares through what was left since the last roll was put in.
    ///
    /// @param history oldest first
    /// @return empty if it says nothing: too short, or nothing is used
    public static Optional<Instant> empty(List<Remaining> history) {
        List<Remaining> roll = history.subList(lastRoll(history), history.size());
        if (roll.size() < 2
                || Duration.between(roll.getFirst().at(), roll.getLast().at()).compareTo(LEAST)
                        < 0) {
            return Optional.empty();
        }
        Instant zero = roll.getFirst().at();
        double meanTime = 0;
        double meanAmount = 0;
        for (Remaining point : roll) {
            meanTime += seconds(zero, point) / roll.size();
            meanAmount += point.amount() / roll.size();
        }
        double covariance = 0;
        double variance = 0;
        for (Remaining point : roll) {
            double time = seconds(zero, point) - meanTime;
            covariance += time * (point.amount() - meanAmount);
            variance += time * time;
        }
        double perSecond = covariance / variance;
        if (!(perSecond < 0)) {
            return Optional.empty();
        }
        // From the last known amount, so that the forecast never says that a roll with paper has
        // been empty for days.
        double left = roll.getLast().amount() / -perSecond;
        return left > FARTHEST.toSeconds()
                ? Optional.empty()
                : Optional.of(roll.getLast().at().plusSeconds((long) left));
    }

    /// A roll begins where there is more than before by a tenth.
    private static int lastRoll(List<Remaining> history) {
        for (int i = history.size() - 1; i > 0; i--) {
            if (history.get(i).amount() > history.get(i - 1).amount() * 1.1) {
                return i;
            }
        }
        return 0;
    }

    private static double seconds(Instant zero, Remaining point) {
        return Duration.between(zero, point.at()).toMillis() / 1e3;
    }
}
