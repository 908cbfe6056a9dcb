package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.Optional;

/// Reads `letters:` of an overlay: which texts are e-mail addresses, telephone numbers, postcodes and so on. A schema can
/// say that of few fields; it decides keys, check, and for a postcode that its town is proposed.
final class LetterRoles {
    private LetterRoles() {}

    static void read(ConfigNode node, FormNames names, FormChanges changes) {
        node.entries()
                .forEach((name, value) -> {
                    Optional<FieldPath> path = names.field(name, node.key(name));
                    FieldType.Letters letters = value.oneOf(FieldType.Letters.class);
                    if (path.isEmpty()) {
                        return;
                    }
                    if (names.all().get(path.get()) instanceof Field field
                            && field.type() instanceof FieldType.Text text) {
                        FieldType.Text changed =
                                new FieldType.Text(
                                        text.minLength(),
                                        text.maxLength(),
                                        text.pattern(),
                                        letters);
                        changes.change(path.get(), it -> it.typed(changed));
                    } else {
                        value.report("'" + name + "' is no text", "PKG-LETTERS");
                    }
                });
    }
}
