package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Large schemata are imported whole. (How fast: [SchemaImportBenchmark].)
class SchemaSizeTest {
    @Test
    void aSchemaOfSeveralMegabytesKeepsEveryValue() throws XmlRefused {
        byte[] xml = SchemaText.large(1, 3_500_000);
        assertTrue(xml.length > 3_000_000 && xml.length < 4_500_000, xml.length + " bytes");
        FimForm form = SchemaImport.form(xml, "large.xdf3.xml", CodeLists.NONE);
        List<Integer> sizes =
                form.form().all().values().stream()
                        .filter(de.koblenz.kiosk.service.form.Field.class::isInstance)
                        .map(element -> ((de.koblenz.kiosk.service.form.Field) element).type())
                        .filter(FieldType.Choice.class::isInstance)
                        .map(type -> ((FieldType.Choice) type).codes().codes().size())
                        .distinct()
                        .toList();
        assertEquals(List.of(3_500_000 / 20 / SchemaText.BYTES_A_VALUE), sizes);
    }

    @Test
    void aTypicalSchemaIsImportedWithoutLoss() throws XmlRefused {
        FimForm form =
                SchemaImport.form(SchemaText.typical(1, 64), "typical.xdf3.xml", CodeLists.NONE);
        assertEquals(
                64,
                form.form().all().values().stream()
                        .filter(de.koblenz.kiosk.service.form.Field.class::isInstance)
                        .count());
        assertTrue(form.complete());
    }
}
