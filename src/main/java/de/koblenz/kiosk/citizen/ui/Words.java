package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.text.Formats;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.util.Map;

/// Everything that a page says, in the language of the session.
///
/// @param tag BCP 47
record Words(String tag, Texts texts, Formats formats) {
    static Words of(String tag, Texts texts) {
        return new Words(tag, texts, new Formats(texts.locale()));
    }

    String of(String key) {
        return texts.of(key);
    }

    String of(String key, String name, String value) {
        return visible(texts.of(key, name, value));
    }

    String of(String key, Map<String, String> values) {
        return visible(texts.of(key, values));
    }

    /// Isolates matter where the text runs from right to left; elsewhere they are only in the way of fonts.
    private String visible(String text) {
        return Locales.rightToLeft(tag) ? text : text.replaceAll("[\u2066-\u2069]", "");
    }

    String of(LocalizedText text) {
        return text.in(tag);
    }

    String money(long cents) {
        return formats.money(cents);
    }

    /// The everyday name of a service.
    String name(Leistung service) {
        return of(service.shortName());
    }

    /// What a service costs, in a few words.
    String fee(Leistung service) {
        String key = service.fee().textKey();
        return switch (service.fee()) {
            case Fee.Free(), Fee.ByTariff(), Fee.ByAnswers(), Fee.Tax(), Fee.Unknown() -> of(key);
            case Fee.Fixed(int cents) -> of(key, "amount", money(cents));
            case Fee.OnPaper(int cents) -> of(key, "amount", money(cents));
            case Fee.ByArea(int least, int _, int _) -> of(key, "amount", money(least));
            case Fee.PerPiece(int first, int further, LocalizedText piece) ->
                    of(
                            key,
                            Map.of(
                                    "amount", money(first),
                                    "further", money(further),
                                    "piece", of(piece)));
        };
    }
}
