package de.koblenz.kiosk.order.payment;

import java.util.List;
import java.util.stream.Collectors;

/// The booking journal as CSV (RFC 4180, UTF-8, CRLF) for the Stadtkasse.
public final class BookingExport {
    private static final String HEAD =
            "number,at,kind,orderReference,serviceId,kassenzeichen,amount,providerFee,currency,"
                    + "method,transactionId,code,orderId";

    private BookingExport() {}

    /// One line per entry, in the order of the journal.
    ///
    /// @param commas amounts as `12,50` (quoted) rather than `12.50`
    public static String csv(List<BookingEntry> entries, boolean commas) {
        StringBuilder csv = new StringBuilder(HEAD).append("\r\n");
        for (BookingEntry entry : entries) {
            csv.append(
                            List.of(
                                            Long.toString(entry.number()),
                                            entry.at().toString(),
                                            entry.kind().name(),
                                            entry.orderReference(),
                                            entry.serviceId(),
                                            entry.kassenzeichen(),
                                            amount(signed(entry), commas),
                                            fee(entry, commas),
                                            "EUR",
                                            entry.method(),
                                            entry.transactionId(),
                                            entry.code(),
                                            entry.orderId())
                                    .stream()
                                    .map(BookingExport::field)
                                    .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static int signed(BookingEntry entry) {
        return switch (entry.kind()) {
            case CHARGE -> entry.cents();
            case REFUND_DUE -> -entry.cents();
        };
    }

    /// An empty cell where it is not known: a zero would be a statement.
    private static String fee(BookingEntry entry, boolean commas) {
        return entry.feeCents() == BookingEntry.UNKNOWN_FEE ? "" : amount(entry.feeCents(), commas);
    }

    private static String amount(int cents, boolean commas) {
        int rest = Math.abs(cents % 100);
        return (cents < 0 ? "-" : "")
                + Math.abs(cents / 100)
                + (commas ? "," : ".")
                + rest / 10
                + rest % 10;
    }

    /// RFC 4180 2.5 to 2.7: a field with comma, quote or line break is quoted, a quote in it doubled.
    private static String field(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
