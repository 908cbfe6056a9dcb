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
                DocumentHash.of("o/receipt", SampleDocuments.receipt()),
                DocumentHash.of("o/receipt", SampleDocuments.receipt()));
    }

    @Test
    void theSameDocumentForAnotherJobHasAnotherHash() {
        assertNotEquals(
                DocumentHash.of("o/ticket-1", SampleDocuments.ticket()),
                DocumentHash.of("o/ticket-2", SampleDocuments.ticket()));
    }

    @Test
    void aTextThatMovesToTheNextFieldChangesTheHash() {
        assertNotEquals(
                DocumentHash.of("o", new PrintDocument(List.of(new Row("ab", "c", false)))),
                DocumentHash.of("o", new PrintDocument(List.of(new Row("a", "bc", false)))));
    }

    @Test
    void theHashStaysTheSameOverReleases() {
        // SHA-256 of: 'o' 00 'R' 00000001 'a' 00000001 'b' 00 '-'
        assertEquals(
                "22896e052513724a88b78b5acbca01f10151a52c127023c31840c7e9ca53d632",
                DocumentHash.of(
                        "o",
                        new PrintDocument(
                                List.of(new Row("a", "b", false), new PrintDocument.Rule()))));
    }
}
