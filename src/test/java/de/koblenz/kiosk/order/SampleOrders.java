package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.OrderRequest.Application;
import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.order.OrderRequest.Enclosure;
import de.koblenz.kiosk.order.OrderRequest.Position;
import de.koblenz.kiosk.order.OrderRequest.Reservation;
import de.koblenz.kiosk.order.document.DocumentWords;
import de.koblenz.kiosk.order.submission.SamplePages;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Requests and words that tests share.
final class SampleOrders {
    static final String SLOT = "moselbad.20260606.1030";
    static final String DESTINATION = "7f6a3c5e-9d41-4a0b-8c52-1e0f4b7d2a90";

    private static final byte[] PAGE = SamplePages.grey(165, 234).array();

    private SampleOrders() {}

    static OrderId id(long number) {
        return new OrderId(new UUID(0x1234_0000_0000_4000L, 0x8000_0000_0000_0000L | number));
    }

    static OrderRequest ticket(OrderId id) {
        return ticket(id, SLOT, 2);
    }

    static OrderRequest ticket(OrderId id, String slot, int places) {
        return new OrderRequest(
                id,
                "schwimmbad-ticket",
                "Schwimmbad-Ticket",
                450 * places,
                List.of(new Position("Erwachsene", places, 450)),
                Optional.of(
                        new Reservation(
                                "moselbad",
                                slot,
                                "Moselbad",
                                "Sa., 6. Juni 2026, 10:30–15:30 Uhr",
                                places)),
                Optional.empty(),
                List.of());
    }

    static OrderRequest permit(OrderId id) {
        return permit(id, "{\"halter\":\"Erika Mustermann\"}", "Erika Mustermann");
    }

    static OrderRequest permit(OrderId id, String data, String copy) {
        return new OrderRequest(
                id,
                "bewohnerparkausweis",
                "Bewohnerparkausweis",
                18_533,
                List.of(new Position("Bewohnerparkausweis, 1 Jahr", 1, 18_533)),
                Optional.empty(),
                Optional.of(
                        new Application(
                                DESTINATION,
                                "99108001001000",
                                "Bewohnerparkausweis Erteilung",
                                data)),
                List.of(new CopyLine("Halter", copy)));
    }

    /// The same with two documents, whose pages [#PAPERS] has.
    static OrderRequest withPapers(OrderRequest request) {
        Application bare = request.application().orElseThrow();
        return new OrderRequest(
                request.id(),
                request.serviceId(),
                request.title(),
                request.cents(),
                request.positions(),
                request.reservation(),
                Optional.of(
                        new Application(
                                bare.destinationId(),
                                bare.leikaKey(),
                                bare.serviceName(),
                                bare.dataJson(),
                                List.of(
                                        new Enclosure(
                                                new UUID(0x4000, 1),
                                                "Mietvertrag für Köln",
                                                List.of("a", "b", "c")),
                                        new Enclosure(
                                                new UUID(0x4000, 2), "Vollmacht", List.of("d"))))),
                request.copy());
    }

    /// Every page there is.
    static final Enclosures PAPERS = _ -> PAGE.clone();

    /// Places, an application and a payment in one, which no service of today has.
    static OrderRequest everything(OrderId id) {
        OrderRequest ticket = ticket(id);
        OrderRequest permit = permit(id);
        return new OrderRequest(
                id,
                "alles",
                "Alles zusammen",
                ticket.cents(),
                ticket.positions(),
                ticket.reservation(),
                permit.application(),
                permit.copy());
    }

    static OrderRequest free(OrderRequest priced) {
        return new OrderRequest(
                priced.id(),
                priced.serviceId(),
                priced.title(),
                0,
                List.of(),
                priced.reservation(),
                priced.application(),
                priced.copy());
    }

    static DocumentWords words() {
        return new DocumentWords(texts("de"), ZoneId.of("Europe/Berlin"));
    }

    /// The shipped texts of orders: flat `key: text`.
    static Texts texts(String language) {
        Path file =
                Path.of(System.getProperty("kiosk.project", "."))
                        .resolve("kiosk-config/texts/parts/order." + language + ".yaml");
        Map<String, String> byKey = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(": ");
                if (!line.startsWith("#") && colon > 0) {
                    String text = line.substring(colon + 2).strip();
                    byKey.put(
                            line.substring(0, colon),
                            text.startsWith("\"") ? text.substring(1, text.length() - 1) : text);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Texts(Locale.forLanguageTag(language), byKey);
    }
}
