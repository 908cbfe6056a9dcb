package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.journey.CardDatum;
import java.util.Optional;

/// Ids of the harmonised fields, which mean the same in every form of the federation.
///
/// Version 3 writes the number of an element with six digits after the five of its editor (`F60000000227`), version 2
/// with three (`F60000227`).
final class HarmonisedId {
    /// Letter, five digits of the editor, three of the element.
    private static final int OLD_LENGTH = 9;

    private HarmonisedId() {}

    /// The id as version 3 writes it.
    static String current(String id) {
        // Asked for every id that a rule names: no pattern.
        if (id.length() != OLD_LENGTH || (id.charAt(0) != 'F' && id.charAt(0) != 'G')) {
            return id;
        }
        for (int i = 1; i < OLD_LENGTH; i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return id;
            }
        }
        return id.substring(0, OLD_LENGTH - 3) + "000" + id.substring(OLD_LENGTH - 3);
    }

    /// What an identity card says for such a field.
    static Optional<CardDatum> datum(String id) {
        return CardDatum.byHarmonisedId(current(id));
    }
}
