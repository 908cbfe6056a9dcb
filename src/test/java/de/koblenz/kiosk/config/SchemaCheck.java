package de.koblenz.kiosk.config;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A JSON Schema of `kiosk-config/schema`, as an editor would apply it to a YAML file.
public final class SchemaCheck {
    private final Schema schema;

    public SchemaCheck(Path file) throws IOException {
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(file), InputFormat.JSON);
    }

    /// What the schema has against `yaml`; empty where it has nothing.
    public List<String> mistakes(String yaml) {
        return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
    }
}
