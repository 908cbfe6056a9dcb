package de.koblenz.kiosk.service.fim;

import java.util.List;

/// A federal schema as its file has it.
///
/// @param rules that stand at the schema itself
record Schema(
        SchemaIdentity identity,
        List<SchemaElement> elements,
        List<SchemaElement.SchemaRule> rules) {
    Schema {
        elements = List.copyOf(elements);
        rules = List.copyOf(rules);
    }
}
