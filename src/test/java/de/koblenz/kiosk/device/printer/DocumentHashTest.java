package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import de.koblenz.kiosk.device.printer.PrintDocument.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentHashTest {
    @Test
    void equalDocumentsHaveEqualHashes() {
        assertEquals(
                DocumentHash.of(SampleDocuments.receipt()),
                DocumentHash.of(SampleDocuments.receipt()));
    }

    @Test
    void aTextThatMovesToTheNextFieldChangesTheHash() {
        assertNotEquals(
                DocumentHash.of(new PrintDocument(List.of(new Row("ab", "c", false)))),
                DocumentHash.of(new PrintDocument(List.of(new Row("a", "bc", false)))));
    }

    @Test
    void theHashStaysTheSameOverReleases() {
        // SHA-256 of: 'R' 00000001 'a' 00000001 'b' 00 '-'
        assertEquals(
                "521be39501a9919852de65591f8f9449ed97d0ce9708c01731e5de865069b8ca",
                DocumentHash.of(
                        new PrintDocument(
                                List.of(new Row("a", "b", false), new PrintDocument.Rule()))));
    }
}
