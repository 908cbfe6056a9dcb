package de.koblenz.kiosk.app;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One line per record, `2026-06-01T08:00:00.000Z WARNING kiosk.app no broker`: of a fault its kinds and places, never its message, and
/// of other people's libraries no word at all, as both may quote what somebody typed.
final class LogLine extends Formatter {
    private static final List<String> OURS = List.of("kiosk.", "de.koblenz.kiosk.");
    private static final int LONGEST = 500;
    private static final int CAUSES = 3;
    private static final int PLACES = 6;

    @Override
    public String format(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        StringBuilder line = new StringBuilder();
        line.append(record.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(record.getLevel().getName())
                .append(' ')
                .append(logger);
        if (OURS.stream().anyMatch(logger::startsWith)) {
            line.append(' ').append(formatMessage(record));
        }
        Throwable fault = record.getThrown();
        for (int cause = 0; fault != null && cause < CAUSES; cause++) {
            line.append(cause == 0 ? " | " : " < ").append(fault.getClass().getName());
            StackTraceElement[] trace = fault.getStackTrace();
            for (int place = 0; place < Math.min(PLACES, trace.length); place++) {
                line.append(' ').append(trace[place]);
            }
            fault = fault.getCause();
        }
        // A record with line breaks in it must not look like several.
        String text = line.toString().replaceAll("\\p{Cntrl}+", " ");
        return (text.length() > LONGEST ? text.substring(0, LONGEST) : text) + "\n";
    }
}
