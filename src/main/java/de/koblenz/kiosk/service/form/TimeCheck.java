package de.koblenz.kiosk.service.form;

import de.koblenz.kiosk.service.form.CheckResult.Accepted;
import de.koblenz.kiosk.service.form.CheckResult.Rejected;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of day: `14|30`, `14:30`, `14.30`, and a full hour without its minutes (`14|`).
final class TimeCheck {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[|:.] ?([0-9]{1,2})?)?");

    private static final Pattern CANONICAL = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private TimeCheck() {}

    /// Whether it is a time as answers hold it: `09:30`.
    static boolean isCanonical(String text) {
        return CANONICAL.matcher(text).matches();
    }

    static CheckResult check(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Rejected.of(CheckCode.TIME);
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return hour > 23 || minute > 59
                ? Rejected.of(CheckCode.TIME)
                : new Accepted(LocalTime.of(hour, minute).toString());
    }
}
