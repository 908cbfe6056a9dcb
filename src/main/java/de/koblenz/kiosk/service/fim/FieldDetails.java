package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import de.koblenz.kiosk.service.fim.SchemaElement.Limits;
import de.koblenz.kiosk.service.fim.SchemaElement.ListReference;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaField;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What only fields have, collected while the children of one go by.
final class FieldDetails {
    private String art = "input";
    private String type = "text";
    private Limits limits = Limits.NONE;
    private String content = "";
    private String prefill = "keine";
    private final List<Value> values = new ArrayList<>();
    private Optional<ListReference> list = Optional.empty();
    private String codeColumn = "";
    private String nameColumn = "";
    private long mostBytes;
    private final List<String> mediaTypes = new ArrayList<>();

    /// Reads the element at the cursor; false where it is none that only fields have.
    boolean read(XmlCursor cursor) throws XmlRefused {
        switch (cursor.name()) {
            case "feldart" -> art = cursor.code();
            case "datentyp" -> type = cursor.code();
            case "praezisierung" -> limits(cursor);
            case "inhalt" -> content = cursor.text();
            case "vorbefuellung" -> prefill = cursor.code();
            case "werte" -> values(cursor);
            case "codelisteReferenz" -> list = reference(cursor);
            case "codeKey" -> codeColumn = cursor.text();
            case "nameKey" -> nameColumn = cursor.text();
            // Help of single values is not shown: the column is not looked at.
            case "helpKey" -> {}
            case "maxSize" -> mostBytes = size(cursor.text());
            case "mediaType" -> mediaTypes.add(cursor.text());
            default -> {
                return false;
            }
        }
        return true;
    }

    SchemaField field(Head head) {
        return new SchemaField(
                head,
                "",
                art,
                type,
                limits,
                content,
                prefill,
                values,
                list,
                codeColumn,
                nameColumn,
                mostBytes,
                mediaTypes);
    }

    /// Version 3 has attributes, version 2 JSON in the text.
    private void limits(XmlCursor cursor) throws XmlRefused {
        Limits attributes =
                new Limits(
                        cursor.attribute("minLength").strip(),
                        cursor.attribute("maxLength").strip(),
                        cursor.attribute("minValue").strip(),
                        cursor.attribute("maxValue").strip(),
                        cursor.attribute("pattern"),
                        false,
                        List.of());
        String text = cursor.text();
        limits =
                attributes.equals(Limits.NONE) && !text.isEmpty()
                        ? LimitsText.read(text)
                        : attributes;
    }

    private void values(XmlCursor cursor) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            if (!cursor.name().equals("wert")) {
                continue;
            }
            int value = cursor.depth();
            String code = "";
            String name = "";
            String help = "";
            while (cursor.child(value)) {
                switch (cursor.name()) {
                    case "code" -> code = cursor.text();
                    case "name" -> name = cursor.text();
                    case "hilfe" -> help = cursor.text();
                    default -> {}
                }
            }
            values.add(new Value(code, name.isEmpty() ? code : name, help));
        }
    }

    /// Version 2 has the identification one element deeper, version 3 directly.
    private static Optional<ListReference> reference(XmlCursor cursor) throws XmlRefused {
        String[] found = {"", "", ""};
        reference(cursor, found);
        ListReference reference = new ListReference(found[0], found[1], found[2]);
        return reference.toString().isEmpty() ? Optional.empty() : Optional.of(reference);
    }

    private static void reference(XmlCursor cursor, String[] found) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "genericodeIdentification" -> reference(cursor, found);
                case "canonicalIdentification" -> found[0] = cursor.text();
                case "version" -> found[1] = cursor.text();
                case "canonicalVersionUri" -> found[2] = cursor.text();
                default -> {}
            }
        }
    }

    private static long size(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }
}
