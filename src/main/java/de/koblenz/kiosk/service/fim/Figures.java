package de.koblenz.kiosk.service.fim;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/// Amounts and durations of a description in German words.
final class Figures {
    private Figures() {}

    /// Words for the values of one fee, deadline or duration; empty where they say nothing.
    static String words(Map<String, String> values) {
        if (values.containsKey("betrag")) {
            return amount(values.getOrDefault("betrag", ""), values);
        }
        String least = values.getOrDefault("betragUntergrenze", "");
        String most = values.getOrDefault("betragObergrenze", "");
        if (!least.isEmpty() || !most.isEmpty()) {
            return ((least.isEmpty() ? "" : "ab " + amount(least, values) + " ")
                            + (most.isEmpty() ? "" : "bis " + amount(most, values)))
                    .strip();
        }
        String from = values.getOrDefault("dauer", "");
        String until = values.getOrDefault("dauerBis", "");
        String unit = unit(values.getOrDefault("einheit", ""));
        if (!from.matches("[0-9]{1,5}") || unit.isEmpty()) {
            return "";
        }
        return from + (until.matches("[0-9]{1,5}") ? " bis " + until : "") + " " + unit;
    }

    private static String amount(String written, Map<String, String> values) {
        String currency = values.getOrDefault("waehrung", "EUR");
        if (!written.matches("[0-9]{1,9}([.,][0-9]{1,2})?")) {
            return "";
        }
        BigDecimal amount = new BigDecimal(written.replace(',', '.'));
        String sign = currency.isEmpty() || currency.equals("EUR") ? "€" : currency;
        return String.format(Locale.GERMAN, "%,.2f", amount) + "\u00A0" + sign;
    }

    private static String unit(String written) {
        return switch (written.toLowerCase(Locale.GERMAN)) {
            case "tag", "tage", "d" -> "Tage";
            case "woche", "wochen", "w" -> "Wochen";
            case "monat", "monate", "m" -> "Monate";
            case "jahr", "jahre", "j", "y" -> "Jahre";
            default -> "";
        };
    }
}
