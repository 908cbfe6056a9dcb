package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The overview in the numbers of the city's own report.
class CatalogReportTest {
    private final CatalogReport report = new CatalogReport(DefaultCatalogue.read());

    @Test
    void theTextIsTheTableOfTheCitysReport() {
        assertEquals(
                """
                Leistungen nach Stand der Umsetzung (OZG)

                OZG-Status       Anzahl  Anteil  davon angenommen
                -------------------------------------------------
                online               59    41 %              56 *
                in Umsetzung         27    19 %              26 *
                geplant              48    33 %              46 *
                nicht umsetzbar      10     7 %              10 *
                -------------------------------------------------
                gesamt              144   100 %             138 *

                Fachamt                                         online  in Umsetzung  geplant  nicht umsetzbar  gesamt  angenommen
                ------------------------------------------------------------------------------------------------------------------
                Bürgeramt                                           25             3        6                7      41        41 *
                Ordnungsamt                                         13            14       13                0      40        39 *
                Standesamt                                           5             2        3                3      13        13 *
                Kämmerei und Steueramt                               4             0        6                0      10         9 *
                Amt für Jugend, Familie, Senioren und Soziales       1             7        4                0      12        12 *
                Kultur- und Schulverwaltungsamt                      5             0        4                0       9         8 *
                Sport- und Bäderamt                                  2             0        4                0       6         3 *
                Amt für Stadtentwicklung und Bauordnung              1             0        6                0       7         7 *
                Tiefbauamt                                           3             1        0                0       4         4 *
                Eigenbetrieb Grünflächen- und Bestattungswesen       0             0        2                0       2         2 *
                ------------------------------------------------------------------------------------------------------------------
                gesamt                                              59            27       48               10     144       138 *

                * angenommen: noch von niemandem bestätigt ('assumption' in catalogue.yaml)
                  Vertrauensniveau angenommen: 140, Inhalt der Seite angenommen: 55, Gebühr unbekannt: 120
                """,
                report.text());
    }

    @Test
    void everyLineOfATableIsEquallyLong() {
        for (String table : report.text().split("\n\n")) {
            if (table.contains("---")) {
                List<Integer> lengths =
                        Arrays.stream(table.split("\n"))
                                .filter(line -> !line.startsWith("*") && !line.startsWith("  "))
                                .map(String::length)
                                .distinct()
                                .toList();
                assertEquals(1, lengths.size(), table);
            }
        }
    }

    @Test
    void theCsvBeginsWithTheTotals() {
        List<String> lines = List.of(report.csv().split("\r\n", -1));
        assertEquals(
                List.of(
                        "fachamt,status,anzahl,prozent,angenommen",
                        "alle Fachämter,online,59,41,56",
                        "alle Fachämter,umsetzung,27,19,26",
                        "alle Fachämter,geplant,48,33,46",
                        "alle Fachämter,nicht_umsetzbar,10,7,10",
                        "alle Fachämter,gesamt,144,100,138",
                        "Bürgeramt,online,25,61,25",
                        "Bürgeramt,umsetzung,3,7,3",
                        "Bürgeramt,geplant,6,15,6",
                        "Bürgeramt,nicht_umsetzbar,7,17,7",
                        "Bürgeramt,gesamt,41,100,41"),
                lines.subList(0, 11));
        // Header, 11 sections of 5 lines, and the empty piece after the last CRLF.
        assertEquals(1 + 11 * 5 + 1, lines.size());
    }

    @Test
    void aNameWithACommaIsQuoted() {
        // RFC 4180 section 2 rule 6.
        assertTrue(
                report.csv()
                        .contains(
                                "\r\n\"Amt für Jugend, Familie, Senioren und Soziales\",online,1,8,1\r\n"));
    }

    @Test
    void theJsonHasTheSameNumbers() {
        JsonNode root = JsonMapper.builder().build().readTree(report.json());
        assertEquals(144, root.get("services").intValue());
        assertEquals(138, root.get("statusAssumed").intValue());
        assertEquals(140, root.get("trustAssumed").intValue());
        assertEquals(120, root.get("feeUnknown").intValue());
        assertEquals(
                "{\"services\":59,\"statusAssumed\":56,\"percent\":41}",
                root.get("status").get("online").toString());
        assertEquals(19, root.get("status").get("umsetzung").get("percent").intValue());
        assertEquals(33, root.get("status").get("geplant").get("percent").intValue());
        assertEquals(7, root.get("status").get("nicht_umsetzbar").get("percent").intValue());
        assertEquals(10, root.get("offices").size());
        assertEquals(
                13,
                root.get("offices").get(1).get("status").get("geplant").get("services").intValue());
    }

    @Test
    void anEmptyCatalogueIsReportedWithoutDividingByZero() {
        CatalogReport empty = new CatalogReport(new ServiceCatalog(List.of(), List.of()));
        assertTrue(empty.csv().contains("alle Fachämter,gesamt,0,0,0\r\n"));
        assertTrue(empty.text().contains("gesamt"));
    }
}
