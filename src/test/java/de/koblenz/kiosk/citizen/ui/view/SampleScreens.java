package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.PageCapacity;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.Screen.Alert;
import de.koblenz.kiosk.citizen.ui.Screen.Badge;
import de.koblenz.kiosk.citizen.ui.Screen.Cell;
import de.koblenz.kiosk.citizen.ui.Screen.Choice;
import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import de.koblenz.kiosk.citizen.ui.Screen.Fact;
import de.koblenz.kiosk.citizen.ui.Screen.Qr;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import de.koblenz.kiosk.citizen.ui.Symbol;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A realistic German page of every kind, in any look and in pseudo-locales.
final class SampleScreens {
    static final KeyboardWords KEYBOARD =
            new KeyboardWords(
                    "Löschen",
                    "Leerzeichen",
                    "Großbuchstabe",
                    "Großbuchstabe ein",
                    "Nur Großbuchstaben",
                    "Weitere Zeichen",
                    "Zurück zu den Buchstaben",
                    "Akzente und Zeichen");

    private static final List<String> SERVICES =
            List.of(
                    "Meldebescheinigung",
                    "Führungszeugnis online beim Bund",
                    "Geburtsurkunde in mehreren Sprachen",
                    "Auskunft Gewerberegister",
                    "Personalausweis: Meldung wegen Verlust",
                    "Eheurkunde",
                    "Erweiterte Auskunft über eine Person",
                    "Lebensbescheinigung für die Rente",
                    "Karteikartenabschrift zum Führerschein",
                    "Sterbeurkunde",
                    "Urkunde der Lebenspartnerschaft",
                    "Was ist über mich gespeichert?",
                    "Weitergabe meiner Daten sperren",
                    "Bewohnerparkausweis verlängern",
                    "Wohnung abmelden (Wegzug ins Ausland)",
                    "Ist mein Personalausweis fertig?",
                    "Abgemeldetes Auto wieder anmelden",
                    "Parkausweis für Schwerbehinderte");

    private final ScreenLook look;
    private final UnaryOperator<String> words;
    private final PageCapacity capacity;

    /// @param words what a pseudo-locale makes of a German text
    SampleScreens(ScreenLook look, UnaryOperator<String> words) {
        this.look = look;
        this.words = words;
        int longest =
                SERVICES.stream().mapToInt(name -> words.apply(name).length()).max().orElse(0);
        capacity = PageCapacity.of(look, longest);
    }

    /// All sample pages by name, in a stable order.
    Map<String, Screen> all() {
        Map<String, Screen> all = new LinkedHashMap<>();
        all.put("start", start());
        all.put("cells", cells());
        all.put("search", search());
        all.put("service", service());
        all.put("entry", entry(""));
        all.put("entry-error", entry("Bitte geben Sie den Namen Ihrer Straße an."));
        all.put("decimal", decimal());
        all.put("date", date());
        all.put("choices", choices());
        all.put("slots", slots());
        all.put("counters", counters());
        all.put("summary", summary());
        all.put("payment", payment());
        all.put("progress", progress());
        all.put("finish", finish());
        all.put("out-of-service", outOfService());
        all.put("timeout", timeout());
        all.put("aids", aids());
        all.put("languages", languages());
        return all;
    }

    private Screen start() {
        List<Screen.Tile> tiles = new ArrayList<>();
        tile(
                tiles,
                LifeSituation.UMZIEHEN_WOHNEN,
                Symbol.HOME_MOVE,
                "Umziehen & Wohnen",
                "Wohnung abmelden, Vermieter-Bestätigung");
        tile(
                tiles,
                LifeSituation.AUSWEIS_PASS,
                Symbol.ID_CARD,
                "Ausweis & Pass",
                "Ausweis verloren, Pass fertig?");
        tile(
                tiles,
                LifeSituation.URKUNDEN_AUSKUENFTE,
                Symbol.CERTIFICATE,
                "Urkunden & Auskünfte",
                "Meldebescheinigung, Führungszeugnis");
        tile(
                tiles,
                LifeSituation.FAMILIE_SCHULE,
                Symbol.FAMILY,
                "Familie & Schule",
                "Kita-Platz, Schulbücher");
        tile(
                tiles,
                LifeSituation.AUTO_PARKEN,
                Symbol.CAR,
                "Auto & Parken",
                "Bewohnerparken, Auto abmelden");
        tile(
                tiles,
                LifeSituation.HUND_STEUERN,
                Symbol.DOG,
                "Hund & Steuern",
                "Hund anmelden, Lastschrift");
        tile(
                tiles,
                LifeSituation.GEWERBE_GENEHMIGUNG,
                Symbol.TRADE,
                "Gewerbe & Genehmigung",
                "Gewerbe anmelden, Plakate aufhängen");
        tile(
                tiles,
                LifeSituation.FREIZEIT_WAHL_STOERUNG,
                Symbol.LEISURE,
                "Freizeit, Wahl & Störung",
                "Schwimmbad-Ticket, Briefwahl");
        return page(
                "start",
                "",
                "Was möchten Sie erledigen?",
                "59 Leistungen der Stadt Koblenz, rund um die Uhr.",
                Optional.empty(),
                new Screen.Start(
                        control(
                                "search",
                                "Leistung suchen",
                                Symbol.SEARCH,
                                new SessionEvent.SearchOpened()),
                        tiles),
                false,
                "",
                "Bitte berühren");
    }

    private void tile(
            List<Screen.Tile> tiles,
            LifeSituation situation,
            Symbol symbol,
            String label,
            String note) {
        tiles.add(
                new Screen.Tile(
                        control(
                                "tile." + situation,
                                label,
                                symbol,
                                new SessionEvent.SituationChosen(situation)),
                        words(note)));
    }

    private Screen cells() {
        boolean more = capacity.cells() < 14;
        return page(
                "list",
                "",
                "Urkunden & Auskünfte",
                "Wählen Sie eine Leistung.",
                Optional.empty(),
                new Screen.Cells(
                        services(more ? capacity.cells() - 1 : capacity.cells()),
                        more ? Optional.of(more()) : Optional.empty()),
                true,
                "",
                "");
    }

    private List<Cell> services(int count) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "service-" + i;
            List<Badge> badges =
                    i % 3 == 0
                            ? List.of(new Badge(Symbol.ID_CARD, words("Ausweis mit PIN nötig")))
                            : List.of();
            cells.add(
                    new Cell(
                            control(
                                    "cell." + id,
                                    SERVICES.get(i),
                                    Symbol.NONE,
                                    new SessionEvent.ServiceChosen(id)),
                            words(i % 4 == 3 ? "am Schalter" : i + 5 + ",00 €"),
                            badges));
        }
        return cells;
    }

    private Screen search() {
        boolean apart = capacity.hits() == 0;
        return page(
                "search",
                "",
                "Was suchen Sie?",
                "Ein Wort genügt, auch aus dem Alltag.",
                Optional.empty(),
                new Screen.Search(
                        new Entry(
                                "search",
                                words("Suchwort"),
                                "Meldebesch",
                                "",
                                Entry.Keyboard.LETTERS,
                                60,
                                ""),
                        apart ? List.of() : services(capacity.hits()),
                        "",
                        apart
                                ? Optional.of(
                                        control(
                                                "hits",
                                                "5 Treffer",
                                                Symbol.NEXT,
                                                new SessionEvent.HitsOpened()))
                                : Optional.empty()),
                true,
                "",
                "");
    }

    private Screen service() {
        return page(
                "service",
                "",
                "Bewohnerparkausweis verlängern",
                "Für alle, die in einem Bewohnerparkgebiet wohnen und dort ihr Auto abstellen.",
                Optional.empty(),
                new Screen.ServiceFacts(
                        List.of(
                                        fact(
                                                Symbol.MONEY,
                                                "Gebühr",
                                                "ab 100,00 €, je nach Größe des Fahrzeugs"),
                                        fact(Symbol.CLOCK, "Dauer", "etwa 5 Minuten"),
                                        fact(
                                                Symbol.DOCUMENT,
                                                "Sie brauchen",
                                                "Fahrzeugschein, Kennzeichen, Name und Anschrift"),
                                        fact(Symbol.BANK_CARD, "Bezahlen", "mit dem Handy"),
                                        fact(
                                                Symbol.PLACE,
                                                "Zuständig",
                                                "Ordnungsamt, Ludwig-Erhard-Straße 2"),
                                        fact(
                                                Symbol.PRINTER,
                                                "Sie erhalten",
                                                "Beleg sofort, Ausweis mit der Post"))
                                .subList(0, Math.min(6, capacity.facts())),
                        Optional.of(
                                new Qr(
                                        "https://www.koblenz.de/bewohnerparken",
                                        words("Mehr auf koblenz.de")))),
                true,
                "Jetzt starten",
                "");
    }

    private Screen entry(String error) {
        Optional<Alert> alert =
                error.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Alert(Alert.Level.ERROR, words(error), ""));
        return page(
                "entry",
                "Frage 3 von 7",
                "In welcher Straße wohnen Sie?",
                "Nur der Name der Straße. Die Hausnummer folgt auf der nächsten Seite.",
                alert,
                new Screen.TextEntry(
                        new Entry(
                                "address.street",
                                words("Straße"),
                                error.isEmpty() ? "Löhrstraße" : "",
                                "",
                                Entry.Keyboard.LETTERS,
                                60,
                                words(error))),
                true,
                "Weiter",
                "");
    }

    private Screen decimal() {
        return page(
                "length",
                "Frage 5 von 7",
                "Wie lang ist Ihr Fahrzeug?",
                "Feld 18 im Fahrzeugschein.",
                Optional.empty(),
                new Screen.TextEntry(
                        new Entry(
                                "vehicle.length",
                                words("Länge"),
                                "4284",
                                "mm",
                                Entry.Keyboard.DECIMAL,
                                6,
                                "")),
                true,
                "Weiter",
                "");
    }

    private Screen date() {
        return page(
                "date",
                "Frage 2 von 7",
                "Wann sind Sie eingezogen?",
                "Zum Beispiel 01 04 2026.",
                Optional.empty(),
                new Screen.PartsEntry(
                        List.of(
                                new Entry(
                                        "moved",
                                        words("Tag"),
                                        "01",
                                        "",
                                        Entry.Keyboard.DIGITS,
                                        2,
                                        ""),
                                new Entry(
                                        "moved",
                                        words("Monat"),
                                        "4",
                                        "",
                                        Entry.Keyboard.DIGITS,
                                        2,
                                        ""),
                                new Entry(
                                        "moved",
                                        words("Jahr"),
                                        "",
                                        "",
                                        Entry.Keyboard.DIGITS,
                                        4,
                                        "")),
                        2,
                        words("Bitte geben Sie das Jahr mit vier Ziffern an.")),
                true,
                "Weiter",
                "");
    }

    private Screen choices() {
        return page(
                "choice",
                "Frage 1 von 7",
                "In welchem Gebiet wohnen Sie?",
                "Das Gebiet steht auf Ihrem alten Ausweis.",
                Optional.empty(),
                new Screen.Choices(
                        List.of(
                                        choice("altstadt", "Altstadt", "", true, ""),
                                                choice("sued", "Südliche Vorstadt", "", false, ""),
                                        choice("luetzel", "Lützel", "", false, ""),
                                                choice(
                                                        "ehrenbreitstein",
                                                        "Ehrenbreitstein",
                                                        "",
                                                        false,
                                                        ""),
                                        choice("goldgrube", "Goldgrube", "", false, ""),
                                                choice("other", "Ich weiß es nicht", "", false, ""))
                                .subList(0, Math.min(6, capacity.choices())),
                        Optional.empty(),
                        ""),
                true,
                "Weiter",
                "");
    }

    private Screen slots() {
        int count = Math.min(5, capacity.choices() - 1);
        List<Choice> all =
                List.of(
                        choice("s1", "Heute, 14:00 bis 17:00 Uhr", "12 Plätze frei", false, ""),
                        choice("s2", "Heute, 17:30 bis 20:00 Uhr", "", false, "ausgebucht"),
                        choice("s3", "Morgen, 9:00 bis 12:00 Uhr", "80 Plätze frei", false, ""),
                        choice("s4", "Morgen, 14:00 bis 17:00 Uhr", "3 Plätze frei", false, ""),
                        choice("s5", "Montag, 9:00 bis 12:00 Uhr", "80 Plätze frei", false, ""));
        return page(
                "slots",
                "Schritt 2 von 5",
                "Wann möchten Sie schwimmen?",
                "Freibad Oberwerth",
                Optional.empty(),
                new Screen.Choices(
                        all.subList(0, count),
                        Optional.of(more()),
                        words("Bitte wählen Sie eine Zeit.")),
                true,
                "Weiter",
                "");
    }

    private Screen counters() {
        return page(
                "tariffs",
                "Schritt 3 von 5",
                "Wie viele Karten?",
                "Kinder unter 4 Jahren sind frei.",
                Optional.empty(),
                new Screen.Counters(
                        List.of(
                                counter("adult", "Erwachsene", "5,50 €", 2),
                                counter("child", "Kinder und Jugendliche", "3,00 €", 1),
                                counter("reduced", "Ermäßigt", "3,50 €", 0),
                                counter("family", "Familie", "14,00 €", 0)),
                        words("Summe"),
                        "14,00 €",
                        ""),
                true,
                "Weiter",
                "");
    }

    private Screen summary() {
        List<Screen.SummaryRow> rows =
                new ArrayList<>(
                        List.of(
                                row("area", "Gebiet", "Altstadt"),
                                row("name", "Name", "Zoë Şahin-Đurić"),
                                row("street", "Straße und Hausnummer", "Löhrstraße 128 a"),
                                row("plate", "Kennzeichen", "KO-AB 1234"),
                                row("size", "Länge und Breite", "4.284 mm × 1.789 mm")));
        boolean more = rows.size() > capacity.summaryRows();
        if (more) {
            rows = rows.subList(0, capacity.summaryRows() - 1);
        }
        return page(
                "check",
                "Frage 7 von 7",
                "Stimmt alles?",
                "Nach dem Absenden können Sie nichts mehr ändern.",
                Optional.empty(),
                new Screen.Summary(
                        rows,
                        words("Gebühr für ein Jahr"),
                        "179,34 €",
                        more ? Optional.of(more()) : Optional.empty()),
                true,
                "Verbindlich absenden",
                "");
    }

    private Screen payment() {
        return page(
                "pay",
                "Schritt 4 von 5",
                "Bezahlen Sie mit dem Handy",
                "Halten Sie die Kamera auf das Muster.",
                Optional.empty(),
                new Screen.QrPanel(
                        new Qr(
                                "https://pay.example/page/7f3a9c0d-5b7e-4f1a-9b0e-2d6c8f4a1e35",
                                words("pay.example/7f3a9c")),
                        List.of(
                                fact(Symbol.MONEY, "Betrag", "14,00 €"),
                                fact(Symbol.CLOCK, "Noch", "9 Minuten"),
                                fact(Symbol.DOCUMENT, "Kassenzeichen", "8100.2026.004711"))),
                true,
                "",
                "");
    }

    private Screen progress() {
        return page(
                "sending",
                "",
                "Wir senden Ihren Antrag",
                "Das dauert nur einen Augenblick.",
                Optional.empty(),
                new Screen.Progress(
                        List.of(
                                step("Bezahlt", Screen.ProgressStep.Mark.DONE),
                                step(
                                        "Antrag wird verschlüsselt gesendet",
                                        Screen.ProgressStep.Mark.RUNNING),
                                step("Beleg wird gedruckt", Screen.ProgressStep.Mark.WAITING),
                                step(
                                        "Zwischenschritt fehlgeschlagen",
                                        Screen.ProgressStep.Mark.FAILED)),
                        words("Bitte bleiben Sie am Terminal.")),
                false,
                "",
                "");
    }

    private Screen finish() {
        return page(
                "finish",
                "",
                "Ihre Karten sind fertig",
                "",
                Optional.of(
                        new Alert(
                                Alert.Level.SUCCESS,
                                words("Bezahlt: 14,00 €. Ihr Platz ist sicher."),
                                "")),
                new Screen.Message(
                        Symbol.TAKE_PAPER,
                        List.of(
                                words("Bitte nehmen Sie Ihre Karte aus dem Schlitz unten rechts."),
                                words("Am Eingang zeigen Sie das Muster auf der Karte.")),
                        List.of(
                                control(
                                        "again",
                                        "Noch etwas erledigen",
                                        Symbol.NONE,
                                        new SessionEvent.BackPressed()),
                                control(
                                        "copy",
                                        "Beleg auch auf das Handy",
                                        Symbol.PHONE,
                                        new SessionEvent.NextPressed())),
                        Optional.of(
                                new Qr(
                                        "KO1:eyJhbGciOiJFZERTQSJ9.4711",
                                        words("Karte auf das Handy")))),
                false,
                "Fertig",
                "");
    }

    private Screen outOfService() {
        return page(
                "closed",
                "",
                "Dieses Terminal macht gerade Pause",
                "",
                Optional.of(
                        new Alert(
                                Alert.Level.WARNING,
                                words("Es liegt eine Störung vor."),
                                "CFG-INVALID")),
                new Screen.Message(
                        Symbol.OUT_OF_SERVICE,
                        List.of(
                                words(
                                        "Bitte gehen Sie zum Schalter im ersten Stock oder rufen Sie 115 an.")),
                        List.of(),
                        Optional.empty()),
                false,
                "",
                "");
    }

    private Screen timeout() {
        return page(
                "timeout",
                "",
                "Sind Sie noch da?",
                "In 30 Sekunden löschen wir Ihre Eingaben.",
                Optional.empty(),
                new Screen.Message(
                        Symbol.CLOCK,
                        List.of(words("Möchten Sie weitermachen?")),
                        List.of(
                                control(
                                        "end",
                                        "Nein, beenden",
                                        Symbol.END,
                                        new SessionEvent.EndConfirmed())),
                        Optional.empty()),
                false,
                "Ich brauche mehr Zeit",
                "");
    }

    private Screen aids() {
        return page(
                "aids",
                "",
                "Bedienhilfen",
                "Alles lässt sich frei kombinieren.",
                Optional.empty(),
                new Screen.Switches(
                        List.of(
                                toggle(
                                        Aid.LARGE_TEXT,
                                        Symbol.LARGE_TEXT,
                                        "Große Schrift",
                                        "für alle Texte",
                                        look.largeText()),
                                toggle(
                                        Aid.HIGH_CONTRAST,
                                        Symbol.CONTRAST,
                                        "Starker Kontrast",
                                        "weiß auf schwarz",
                                        look.highContrast()),
                                toggle(
                                        Aid.LOW_REACH,
                                        Symbol.LOW_REACH,
                                        "Tief bedienen",
                                        "alle Tasten unten",
                                        look.lowReach()),
                                toggle(
                                        Aid.MORE_TIME,
                                        Symbol.CLOCK,
                                        "Mehr Zeit",
                                        "längere Wartezeiten",
                                        true),
                                toggle(
                                        Aid.KEY_FILTER,
                                        Symbol.AIDS,
                                        "Tastenfilter",
                                        "doppelte Berührung zählt einmal",
                                        false)),
                        control(
                                "aids.reset",
                                "Alles zurücksetzen",
                                Symbol.NONE,
                                new SessionEvent.AidsReset())),
                true,
                "",
                "");
    }

    private Screen languages() {
        List<Choice> tiles = new ArrayList<>();
        for (String language :
                List.of(
                        "de Deutsch",
                        "de-LS Leichte Sprache",
                        "en English",
                        "tr Türkçe",
                        "uk Українська",
                        "ru Русский",
                        "ar العربية",
                        "pl Polski",
                        "fr Français")) {
            String tag = language.substring(0, language.indexOf(' '));
            tiles.add(
                    new Choice(
                            new Control(
                                    "language." + tag,
                                    language.substring(tag.length() + 1),
                                    Symbol.NONE,
                                    new SessionEvent.LanguageChosen(tag)),
                            "",
                            tag.equals("de"),
                            ""));
        }
        return page(
                "languages",
                "",
                "Sprache",
                "Sie können sie jederzeit wechseln. Ihre Eingaben bleiben erhalten.",
                Optional.empty(),
                new Screen.Languages(tiles),
                true,
                "",
                "");
    }

    private Screen page(
            String key,
            String progress,
            String title,
            String hint,
            Optional<Alert> alert,
            Screen.Body body,
            boolean back,
            String next,
            String idle) {
        return new Screen(
                key,
                look,
                words("Bürgeramt Koblenz"),
                words(progress),
                words(title),
                words(hint),
                alert,
                body,
                back
                        ? Optional.of(
                                control(
                                        "back",
                                        "Zurück",
                                        Symbol.BACK,
                                        new SessionEvent.BackPressed()))
                        : Optional.empty(),
                next.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                control("next", next, Symbol.NEXT, new SessionEvent.NextPressed())),
                List.of(
                        service("language", "Sprache", Symbol.LANGUAGE, Overlay.Kind.LANGUAGE),
                                service("aids", "Bedienhilfen", Symbol.AIDS, Overlay.Kind.AIDS),
                        service("help", "Hilfe", Symbol.HELP, Overlay.Kind.HELP),
                                service("end", "Beenden", Symbol.END, Overlay.Kind.END)),
                words(idle));
    }

    private Control service(String id, String label, Symbol symbol, Overlay.Kind kind) {
        return control("service." + id, label, symbol, new SessionEvent.OverlayOpened(kind));
    }

    private Control control(String id, String label, Symbol symbol, SessionEvent action) {
        return new Control(id, words(label), symbol, action);
    }

    private Control more() {
        return control("more", "Mehr", Symbol.MORE, new SessionEvent.MorePressed());
    }

    private Fact fact(Symbol symbol, String label, String value) {
        return new Fact(symbol, words(label), words(value));
    }

    private Choice choice(
            String code, String label, String note, boolean selected, String blocked) {
        return new Choice(
                control(
                        "choice." + code,
                        label,
                        Symbol.NONE,
                        new SessionEvent.OptionChosen("field", code)),
                words(note),
                selected,
                words(blocked));
    }

    private Screen.Counter counter(String id, String label, String note, int count) {
        return new Screen.Counter(
                words(label),
                words(note),
                count,
                control(
                        "less." + id,
                        label + ": eine weniger",
                        Symbol.MINUS,
                        new SessionEvent.Counted(id, -1)),
                control(
                        "more." + id,
                        label + ": eine mehr",
                        Symbol.PLUS,
                        new SessionEvent.Counted(id, 1)));
    }

    private Screen.SummaryRow row(String key, String label, String value) {
        return new Screen.SummaryRow(
                words(label),
                words(value),
                Optional.of(
                        control(
                                "change." + key,
                                "Ändern",
                                Symbol.EDIT,
                                new SessionEvent.ChangePressed(key))));
    }

    private Screen.ProgressStep step(String label, Screen.ProgressStep.Mark mark) {
        return new Screen.ProgressStep(words(label), mark);
    }

    private Screen.Switch toggle(Aid aid, Symbol symbol, String label, String note, boolean on) {
        return new Screen.Switch(
                control("aid." + aid, label, symbol, new SessionEvent.AidSwitched(aid)),
                words(note),
                on);
    }

    private String words(String german) {
        return german.isEmpty() ? "" : words.apply(german);
    }
}
