package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.store.SchemaTooNew;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderWordsTest {
    private static List<String> codes() throws IllegalAccessException {
        List<String> codes = new ArrayList<>(List.of(SchemaTooNew.CODE));
        for (Field field : OrderCodes.class.getFields()) {
            codes.add((String) field.get(null));
        }
        return codes;
    }

    private static Path project() {
        return Path.of(System.getProperty("kiosk.project", "."));
    }

    @Test
    void everyCodeIsWordedInBothLanguages() throws Exception {
        for (String language : List.of("de", "en")) {
            // BOOK-OFFLINE and BOOK-SOLD-OUT are worded with the pages that show them first.
            String shared =
                    Files.readString(project().resolve("kiosk-config/texts/" + language + ".yaml"));
            Texts texts = SampleOrders.texts(language);
            for (String code : codes()) {
                String key = "code." + code + ".text";
                assertTrue(texts.has(key) || shared.contains(key + ":"), language + " " + key);
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(SampleOrders.texts("de").keys(), SampleOrders.texts("en").keys());
    }

    @Test
    void noPaperHasAMissingWord() throws IOException {
        Order order =
                Order.of(SampleOrders.everything(SampleOrders.id(1)), Instant.EPOCH)
                        .with(d -> d.ticketCodes(List.of("KO1.a.b", "KO1.c.d")));
        Order ready = order.with(d -> d.slips(Slips.of(order)));
        OrderPapers papers = new OrderPapers(SampleOrders.words());
        for (int slip = 0; slip < ready.slips().size(); slip++) {
            String text =
                    papers.job(
                                    ready,
                                    slip,
                                    List.of(new CopyLine("Halter", "E. M.")),
                                    ReceiptContent.USUAL)
                            .document()
                            .toString();
            assertFalse(text.contains("⟦") || text.contains("{"), text);
        }
        assertEquals(4, ready.slips().size());
    }
}
