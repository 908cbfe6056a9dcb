package de.koblenz.kiosk.health.sparkplug;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Type, unit and content of a metric. There is no free text among it: a text is one of a few words, or of a shape in which
/// nothing that a citizen said or is can be told.
///
/// @param datatype on the wire
/// @param unit UCUM; `1` for none
/// @param step a number that changed by less since it was told is not told again; 0 tells every change
/// @param described what it may hold, for the documentation
/// @param fits whether a value is so
record MetricForm(
        Datatype datatype,
        String unit,
        double step,
        String described,
        Predicate<MetricValue> fits) {

    /// One of these words.
    static MetricForm words(String... words) {
        List<String> known = List.of(words);
        return new MetricForm(
                Datatype.STRING,
                "1",
                0,
                String.join(", ", known),
                value -> value.words().filter(known::contains).isPresent());
    }

    /// A text that matches as a whole.
    static MetricForm shape(String described, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new MetricForm(
                Datatype.STRING,
                "1",
                0,
                described,
                value -> value.words().filter(w -> pattern.matcher(w).matches()).isPresent());
    }

    /// A whole number, both ends included.
    static MetricForm whole(String unit, double step, long least, long most) {
        return new MetricForm(
                Datatype.INT64,
                unit,
                step,
                least + " to " + most,
                value -> within(value, least, most));
    }

    /// A whole number from 0.
    static MetricForm count(String unit, double step) {
        return new MetricForm(
                Datatype.INT64, unit, step, "from 0", value -> within(value, 0, Long.MAX_VALUE));
    }

    private static boolean within(MetricValue value, long least, long most) {
        return value instanceof MetricValue.LongValue(long number)
                && number >= least
                && number <= most;
    }

    /// A number with decimals, both ends included; neither infinite nor undefined.
    static MetricForm number(String unit, double step, double least, double most) {
        return new MetricForm(
                Datatype.FLOAT,
                unit,
                step,
                least + " to " + most,
                value ->
                        value instanceof MetricValue.FloatValue(float number)
                                && number >= least
                                && number <= most);
    }

    /// What is used of what there is.
    static MetricForm share(double step) {
        return number("1", step, 0, 1);
    }

    /// A moment of the years 2000 to 2199, milliseconds since 1970.
    static MetricForm time() {
        return new MetricForm(
                Datatype.DATE_TIME,
                "ms",
                0,
                "a time",
                value -> within(value, 946_684_800_000L, 7_258_118_399_999L));
    }

    /// True or false.
    static MetricForm flag() {
        return new MetricForm(
                Datatype.BOOLEAN, "1", 0, "true, false", value -> value.flag().isPresent());
    }
}
