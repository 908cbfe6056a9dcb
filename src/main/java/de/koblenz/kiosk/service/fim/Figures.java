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
        String unit = values.getOrDefault("einheit", "");
        String unitUntil = values.getOrDefault("einheitBis", unit);
        if (until.isEmpty()) {
            return duration(from, unit);
        }
        String first = duration(from, unit);
        String last = duration(until, unitUntil);
        if (first.isEmpty() || last.isEmpty()) {
            return "";
        }
        return (unit(unit, false).equals(unit(unitUntil, false)) ? from : first) + " bis " + last;
    }

    private static String duration(String number, String written) {
        String unit = unit(written, number.matches("0*1"));
        return !number.matches("[0-9]{1,5}") || unit.isEmpty() ? "" : number + "\u00A0" + unit;
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

    private static String unit(String written, boolean one) {
        return switch (written.toLowerCase(Locale.GERMAN)) {
            case "tag", "tage", "d" -> one ? "Tag" : "Tage";
            case "woche", "wochen", "w" -> one ? "Woche" : "Wochen";
            case "monat", "monate", "m" -> one ? "Monat" : "Monate";
            case "jahr", "jahre", "j", "y" -> one ? "Jahr" : "Jahre";
            default -> "";
        };
    }
}
