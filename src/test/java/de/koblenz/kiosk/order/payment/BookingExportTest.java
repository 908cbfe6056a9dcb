package de.koblenz.kiosk.order.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingExportTest {
    private static BookingEntry entry(BookingEntry.Kind kind, int cents, String code) {
        return entry(kind, cents, code, 5);
    }

    private static BookingEntry entry(
            BookingEntry.Kind kind, int cents, String code, int feeCents) {
        return new BookingEntry(
                7,
                Instant.parse("2026-06-01T06:00:00Z"),
                kind,
                "12340000-0000-4000-8000-000000000007",
                "KO-2222-3333",
                "schwimmbad-ticket",
                "KZ-7",
                cents,
                feeCents,
                "PAYPAL",
                "t-1",
                code);
    }

    @Test
    void aChargeIsALineOfTheStadtkasse() {
        assertEquals(
                "number,at,kind,orderReference,serviceId,kassenzeichen,amount,providerFee,currency,"
                        + "method,transactionId,code,orderId\r\n"
                        + "7,2026-06-01T06:00:00Z,CHARGE,KO-2222-3333,schwimmbad-ticket,KZ-7,"
                        + "1234.50,0.05,EUR,PAYPAL,t-1,,12340000-0000-4000-8000-000000000007\r\n",
                BookingExport.csv(List.of(entry(BookingEntry.Kind.CHARGE, 123_450, "")), false));
    }

    @Test
    void aFeeThatNobodyToldIsAnEmptyCell() {
        String csv =
                BookingExport.csv(
                        List.of(entry(BookingEntry.Kind.CHARGE, 50, "", BookingEntry.UNKNOWN_FEE)),
                        true);
        assertTrue(csv.contains(",KZ-7,\"0,50\",,EUR,"), csv);
    }

    @Test
    void aRefundIsNegativeAndACommaIsQuoted() {
        String csv =
                BookingExport.csv(
                        List.of(entry(BookingEntry.Kind.REFUND_DUE, 50, "BOOK-HOLD-LOST")), true);
        assertEquals(
                "7,2026-06-01T06:00:00Z,REFUND_DUE,KO-2222-3333,schwimmbad-ticket,KZ-7,\"-0,50\","
                        + "\"0,05\",EUR,PAYPAL,t-1,BOOK-HOLD-LOST,"
                        + "12340000-0000-4000-8000-000000000007",
                csv.lines().toList().getLast());
    }

    /// RFC 4180 2.6 and 2.7.
    @Test
    void quotesAndLineBreaksStayInTheirField() {
        String csv =
                BookingExport.csv(List.of(entry(BookingEntry.Kind.CHARGE, 1, "a\"b\r\nc")), false);
        assertEquals(true, csv.contains(",\"a\"\"b\r\nc\","));
    }

    @Test
    void feesAreFixedAndByAmountWithHalfACentUp() {
        ProviderFees fees =
                new ProviderFees(
                        Map.of("PAYPAL", new ProviderFees.Fee(35, 249)),
                        new ProviderFees.Fee(10, 0));
        // 35 + 2.49 % of 900 = 35 + 22.41
        assertEquals(57, fees.of("PAYPAL", 900));
        // 35 + 2.49 % of 1 000 000 000, more than an int holds on the way
        assertEquals(24_900_035, fees.of("PAYPAL", 1_000_000_000));
        assertEquals(10, fees.of("WERO", 900));
        assertEquals(BookingEntry.UNKNOWN_FEE, ProviderFees.NONE.of("PAYPAL", 900));
    }
}
