package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.SchemaElement.ListReference;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A code list in genericode 1.0 (OASIS), as the federal registry of code lists hands them out.
///
/// @param uri `CanonicalUri`
/// @param version `Version`
/// @param versionUri `CanonicalVersionUri`
/// @param keyColumns ids of the columns that are keys, in the order of the file
/// @param columns ids of all columns
/// @param rows by id of the column
record CodeListFile(
        String uri,
        String version,
        String versionUri,
        List<String> keyColumns,
        List<String> columns,
        List<Map<String, String>> rows) {
    static final String NAMESPACE = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";

    CodeListFile {
        keyColumns = List.copyOf(keyColumns);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Reads the list at the root of a file.
    static CodeListFile read(XmlCursor cursor) throws XmlRefused {
        if (!cursor.namespace().equals(NAMESPACE) || !cursor.name().equals("CodeList")) {
            throw new XmlRefused(
                    cursor.place(), "expected a code list in genericode 1.0 here", "FIM-KIND");
        }
        Map<String, String> identification = new HashMap<>();
        List<String> keys = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "Identification" -> identification(cursor, identification);
                case "ColumnSet" -> columns(cursor, keys, columns);
                case "SimpleCodeList" -> rows(cursor, columns, rows);
                default -> {}
            }
        }
        return new CodeListFile(
                identification.getOrDefault("CanonicalUri", ""),
                identification.getOrDefault("Version", ""),
                identification.getOrDefault("CanonicalVersionUri", ""),
                keys,
                columns,
                rows);
    }

    private static void identification(XmlCursor cursor, Map<String, String> found)
            throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "CanonicalUri", "Version", "CanonicalVersionUri" -> {
                    String name = cursor.name();
                    found.put(name, cursor.text());
                }
                default -> {}
            }
        }
    }

    private static void columns(XmlCursor cursor, List<String> keys, List<String> columns)
            throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "Column" -> columns.add(cursor.attribute("Id"));
                case "Key" -> {
                    int key = cursor.depth();
                    while (cursor.child(key)) {
                        if (cursor.name().equals("ColumnRef")) {
                            keys.add(cursor.attribute("Ref"));
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private static void rows(XmlCursor cursor, List<String> columns, List<Map<String, String>> rows)
            throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            if (!cursor.name().equals("Row")) {
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            int inRow = cursor.depth();
            int position = 0;
            while (cursor.child(inRow)) {
                if (cursor.name().equals("Value")) {
                    String ref = cursor.attribute("ColumnRef");
                    // Without a reference a value belongs to the column after the one before.
                    String column =
                            !ref.isEmpty() || position >= columns.size()
                                    ? ref
                                    : columns.get(position);
                    position = columns.indexOf(column) + 1;
                    row.put(column, cursor.childText("SimpleValue"));
                }
            }
            rows.add(row);
        }
    }

    boolean is(ListReference reference) {
        if (!reference.versionUri().isEmpty() && reference.versionUri().equals(versionUri)) {
            return true;
        }
        return !reference.uri().isEmpty()
                && reference.uri().equals(uri)
                && (reference.version().isEmpty()
                        ? reference.versionUri().isEmpty()
                        : reference.version().equals(version));
    }

    /// A value for each row in the order of the file, those without a code or with one that was there before, too.
    ///
    /// @param codeColumn empty for the key
    /// @param nameColumn empty for the usual one
    List<Value> values(String codeColumn, String nameColumn) {
        String codes = codeColumn.isEmpty() ? keyColumn() : codeColumn;
        String names = nameColumn.isEmpty() ? nameColumn(codes) : nameColumn;
        return rows.stream()
                .map(row -> {
                    String code = row.getOrDefault(codes, "");
                    String name = row.getOrDefault(names, "");
                    return new Value(code, name.isEmpty() ? code : name, "");
                })
                .toList();
    }

    /// Whether there is such a column; the empty name stands for the usual one.
    boolean has(String column) {
        return column.isEmpty() || columns.contains(column);
    }

    private String keyColumn() {
        return keyColumns.isEmpty()
                ? columns.isEmpty() ? "" : columns.getFirst()
                : keyColumns.getFirst();
    }

    private String nameColumn(String codes) {
        for (String usual : List.of("name", "bezeichnung", "wert", "beschreibung")) {
            for (String column : columns) {
                if (column.equalsIgnoreCase(usual)) {
                    return column;
                }
            }
        }
        return columns.stream().filter(column -> !column.equals(codes)).findFirst().orElse(codes);
    }
}
