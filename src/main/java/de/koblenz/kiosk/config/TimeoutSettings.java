package de.koblenz.kiosk.config;

import java.time.Duration;

/// `timeouts.yaml`: when the terminal asks, covers, forgets.
///
/// A warning lasts at least 20 s (WCAG 2.2.1), and extending is never limited.
///
/// @param publicPages start, lists, search, service pages: nothing personal on the screen
/// @param form pages with answers of a citizen
/// @param moreTime the same with the aid "more time" or with speech; never shorter than `form`
/// @param coverResume how long the privacy cover can be lifted before everything is wiped; 30 to 60 s
/// @param touchDebounce two touches of one key closer than this count once
/// @param keyFilterDebounce the same with the key filter on; at least 500 ms (EN 301 549 clause 5.8)
public record TimeoutSettings(
        Idle publicPages,
        Idle form,
        Idle moreTime,
        Duration coverResume,
        Duration touchDebounce,
        Duration keyFilterDebounce) {

    /// WCAG 2.2.1 "Timing Adjustable".
    public static final Duration SHORTEST_WARNING = Duration.ofSeconds(20);

    private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(20);
    private static final Duration LONGEST_WARNING = Duration.ofMinutes(3);

    /// Time without a touch.
    ///
    /// @param untilWarning from the last touch to "Sind Sie noch da?"
    /// @param warning from there to the wipe
    public record Idle(Duration untilWarning, Duration warning) {
        static Idle read(ConfigNode node) {
            Idle idle =
                    new Idle(
                            node.at("untilWarning").duration(SHORTEST_IDLE, LONGEST_IDLE),
                            readWarning(node.at("warning")));
            node.noOthers();
            return idle;
        }

        private static Duration readWarning(ConfigNode node) {
            Duration warning = node.duration(Duration.ZERO, LONGEST_WARNING);
            if (node.present() && warning.compareTo(SHORTEST_WARNING) < 0) {
                node.report(
                        "a warning of less than 20 s is not allowed (WCAG 2.2.1)", "CFG-WARNING");
                return SHORTEST_WARNING;
            }
            return warning;
        }
    }

    static TimeoutSettings read(ConfigNode node) {
        Idle publicPages = Idle.read(node.at("publicPages"));
        Idle form = Idle.read(node.at("form"));
        int before = node.problemCount();
        Idle moreTime = Idle.read(node.at("moreTime"));
        if (node.problemCount() == before
                && (moreTime.untilWarning().compareTo(form.untilWarning()) < 0
                        || moreTime.warning().compareTo(form.warning()) < 0)) {
            node.at("moreTime").report("more time is less than 'form' gives", "CFG-TIMEOUT");
        }
        TimeoutSettings settings =
                new TimeoutSettings(
                        publicPages,
                        form,
                        moreTime,
                        seconds(node.at("coverResume"), 30, 60),
                        millis(node.at("touchDebounce"), 0, 500),
                        millis(node.at("keyFilterDebounce"), 500, 2_000));
        node.noOthers();
        return settings;
    }

    private static Duration seconds(ConfigNode node, int least, int most) {
        return node.duration(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }

    private static Duration millis(ConfigNode node, int least, int most) {
        return node.duration(Duration.ofMillis(least), Duration.ofMillis(most));
    }
}
