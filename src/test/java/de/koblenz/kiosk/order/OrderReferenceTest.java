package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderReferenceTest {
    @Test
    void aReferenceCanBeReadOutOnTheTelephone() {
        for (int i = 0; i < 2_000; i++) {
            String reference = OrderReference.of(SampleOrders.id(i));
            // Neither I nor O, neither 0 nor 1.
            assertTrue(reference.matches("KO-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"), reference);
        }
    }

    @Test
    void anOrderHasOneReferenceForEver() {
        assertEquals("KO-4MQU-SVGX", OrderReference.of(SampleOrders.id(1)));
    }

    @Test
    void ordersOfAYearHaveDifferentReferences() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            seen.add(OrderReference.of(SampleOrders.id(i)));
        }
        assertEquals(20_000, seen.size());
    }

    @Test
    void thePurposeFitsTheStandard() {
        String purpose =
                OrderEffects.purpose(
                        Order.of(
                                SampleOrders.ticket(SampleOrders.id(1)),
                                java.time.Instant.EPOCH));
        assertTrue(purpose.matches("[A-Za-z0-9 -]{1,27}"), purpose);
        assertTrue(purpose.startsWith(OrderReference.of(SampleOrders.id(1))), purpose);
    }
}
