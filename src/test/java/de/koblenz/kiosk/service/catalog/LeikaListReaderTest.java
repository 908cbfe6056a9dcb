package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of federal services that a city may add.
class LeikaListReaderTest {
    @TempDir private Path folder;

    private final Problems problems = new Problems();

    @Test
    void withoutAFileTheListIsEmpty() {
        assertEquals(
                List.of(),
                LeikaListReader.read(folder.resolve("leika.tsv"), "leika.tsv", problems));
        assertEquals(List.of(), problems.sorted());
    }

    @Test
    void rowsWithoutAKeyAndFurtherColumnsArePassedOver() throws IOException {
        List<LeikaName> names =
                read("nicht im LeiKa\tSeilbahn\t1\n\n99012001000000\tAbbruchgenehmigung\t4\t1\r\n");
        assertEquals(
                List.of(
                        new LeikaName(
                                new LeikaKey("99012001000000"),
                                "Abbruchgenehmigung",
                                Responsible.LAND_ODER_KOMMUNE)),
                names);
        assertEquals(List.of(), problems.sorted());
    }

    @Test
    void aLineThatIsNoRowIsReportedWithItsNumber() throws IOException {
        read("99012001000000\tAbbruchgenehmigung\n99012001001000 Abbruch\n99012001002000\t \n");
        assertEquals(
                List.of("2 LEI-FORM", "3 LEI-FORM"),
                problems.sorted().stream().map(one -> one.line() + " " + one.code()).toList());
    }

    @Test
    void aFileOfAnotherEncodingIsReported() throws IOException {
        Path file = folder.resolve("leika.tsv");
        Files.write(file, "99012001000000\tPrüfung\n".getBytes(StandardCharsets.ISO_8859_1));
        LeikaListReader.read(file, "leika.tsv", problems);
        assertEquals(
                List.of("CFG-FILE-ENCODING"),
                problems.sorted().stream().map(Problem::code).toList());
    }

    private List<LeikaName> read(String text) throws IOException {
        Path file = folder.resolve("leika.tsv");
        Files.writeString(file, text);
        return LeikaListReader.read(file, "leika.tsv", problems);
    }
}
