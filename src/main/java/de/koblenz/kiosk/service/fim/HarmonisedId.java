package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.journey.CardDatum;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids of the harmonised fields, which mean the same in every form of the federation.
///
/// Version 3 writes the number of an element with six digits after the five of its editor (`F60000000227`), version 2
/// with three (`F60000227`).
final class HarmonisedId {
    private static final Pattern OLD = Pattern.compile("([FG])([0-9]{5})([0-9]{3})");

    private HarmonisedId() {}

    /// The id as version 3 writes it.
    static String current(String id) {
        Matcher old = OLD.matcher(id);
        return old.matches() ? old.group(1) + old.group(2) + "000" + old.group(3) : id;
    }

    /// What an identity card says for such a field.
    static Optional<CardDatum> datum(String id) {
        return CardDatum.byHarmonisedId(current(id));
    }
}
