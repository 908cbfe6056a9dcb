package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.ConsentWording;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The words of a consent as they stand on its page: name, hint where there is one, and the answer that is touched, a line
/// each, in UTF-8 with a line feed between them. Whoever has the texts of that day can reckon the hash again.
public record ConsentWords(Locales locales) implements ConsentWording {
    @Override
    public String sha256(
            Journey journey, FieldPath path, FieldType type, String code, String language) {
        JourneyTexts keys = new JourneyTexts(journey);
        Texts texts = locales.texts(language);
        String words =
                List.of(keys.label(path), keys.hint(path), keys.option(path, type, code)).stream()
                        .filter(texts::has)
                        .map(texts::of)
                        .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
