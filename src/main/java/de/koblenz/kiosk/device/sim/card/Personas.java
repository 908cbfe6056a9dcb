package de.koblenz.kiosk.device.sim.card;

import de.koblenz.kiosk.device.sim.card.Persona.Birth;
import de.koblenz.kiosk.device.sim.card.Persona.Document;
import de.koblenz.kiosk.device.sim.card.Persona.Extras;
import de.koblenz.kiosk.device.sim.card.Persona.Name;
import de.koblenz.kiosk.device.sim.card.Persona.Residence;
import de.koblenz.kiosk.device.sim.card.Persona.Secrets;
import java.util.List;
import java.util.Optional;

/// The people of the bench. None of them exists; streets and numbers are invented.
public final class Personas {
    /// PIN, CAN and PUK of all cards in good order.
    public static final Secrets USUAL = new Secrets("123456", 3, true, "500540", "9876543210");

    private static final String ISSUED = "20240305";
    private static final String EXPIRES = "20340304";

    /// Koblenz (07 1 11 000) with the country's number before it.
    private static final String KOBLENZ = "02760701110000";

    private static final Residence HOME =
            new Residence.Address("Lindenallee 7", "Koblenz", "56068", KOBLENZ);

    /// Nobody special.
    public static final Persona ORDINARY =
            person("ordinary", "Erika Mustermann", name("Erika", "Mustermann"), born("19640812"));

    public static final Persona LONG_NAMES =
            person(
                    "long-names",
                    "Very long names",
                    new Name(
                            "Maximiliane Theodora Wilhelmine Friederike Charlotte Alexandrine Josephine Auguste",
                            "Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst-Oberdonaudampfschifffahrt",
                            "Die wunderbare Kammersängerin vom Deutschen Eck am Zusammenfluss",
                            "Dr. Dr.",
                            "Gräfin von der Schulenburg-Lippe-Biesterfeld-Sayn-Wittgenstein"),
                    new Birth(
                            "19581231",
                            "19581231",
                            "Rüdesheim am Rhein-Aßmannshausen, Rheingau-Taunus-Kreis",
                            "D",
                            "F"));

    public static final Persona DIACRITICS =
            person(
                    "diacritics",
                    "Łukasz Þórðarson-Nguyễn",
                    new Name("Łukasz Željko", "Þórðarson-Nguyễn", "", "", "Çelik-Őry"),
                    new Birth("19910430", "19910430", "Kraków", "D", "M"));

    public static final Persona DOCTOR =
            person(
                    "doctor",
                    "Dr. Thomas Beispiel",
                    new Name("Thomas", "Beispiel", "", "Dr.", ""),
                    new Birth("19720229", "19720229", "Koblenz", "D", "M"));

    /// Only the year of birth is known; the card compares ages with the last day of it.
    public static final Persona PARTIAL_BIRTH =
            person(
                    "partial-birth",
                    "Birth date 1989 only",
                    new Name("---", "Rahimi", "", "", ""),
                    new Birth("1989    ", "19891231", "Kabul", "D", "M"));

    public static final Persona ABROAD =
            persona(
                    "abroad",
                    "No German residence",
                    Document.IDENTITY_CARD,
                    name("Anna", "Weltenbummler"),
                    born("19830519"),
                    new Residence.None("keine Hauptwohnung in Deutschland"),
                    USUAL,
                    Extras.NONE);

    public static final Persona UNION_CITIZEN =
            persona(
                    "union-citizen",
                    "eID card of a Union citizen",
                    Document.UNION_CITIZEN_CARD,
                    name("Giulia", "De Luca"),
                    new Birth("19950703", "19950703", "Bologna", "ITA", "F"),
                    HOME,
                    USUAL,
                    Extras.NONE);

    public static final Persona RESIDENCE_PERMIT =
            persona(
                    "residence-permit",
                    "Residence permit (eAT)",
                    Document.RESIDENCE_PERMIT,
                    name("Olena", "Kovalenko"),
                    new Birth("20010924", "20010924", "Odessa", "UKR", "F"),
                    HOME,
                    USUAL,
                    new Extras(
                            List.of("ERWERBSTÄTIGKEIT ERLAUBT", "SIEHE ZUSATZBLATT"),
                            Optional.empty(),
                            Optional.empty(),
                            false));

    /// Every one of the 22 groups is there.
    public static final Persona COMPLETE =
            persona(
                    "complete",
                    "All 22 data groups",
                    Document.IDENTITY_CARD,
                    new Name("Renate", "Vollständig", "Nata", "Dr.", "Halb"),
                    new Birth("19770107", "19770107", "Mayen", "D", "F"),
                    HOME,
                    USUAL,
                    new Extras(
                            List.of("NEBENBESTIMMUNG EINS", "NEBENBESTIMMUNG ZWEI"),
                            Optional.of("+49261000000"),
                            Optional.of("renate@example.org"),
                            true));

    public static final Persona EXPIRED =
            new Persona(
                    "expired",
                    "Expired card",
                    Document.IDENTITY_CARD,
                    name("Gerda", "Vormals"),
                    born("19490101"),
                    HOME,
                    "20110815",
                    "20210814",
                    USUAL,
                    Extras.NONE);

    public static final Persona TRANSPORT_PIN =
            with(
                    "transport-pin",
                    "Transport PIN 12345",
                    new Secrets("12345", 3, true, "500540", "9876543210"));

    public static final Persona SUSPENDED =
            with(
                    "suspended",
                    "PIN suspended (one try left)",
                    new Secrets("123456", 1, true, "500540", "9876543210"));

    public static final Persona BLOCKED =
            with("blocked", "PIN blocked", new Secrets("123456", 0, true, "500540", "9876543210"));

    public static final Persona DEACTIVATED =
            with(
                    "deactivated",
                    "Online function off",
                    new Secrets("123456", 3, false, "500540", "9876543210"));

    private Personas() {}

    /// All of them, the ordinary one first.
    public static List<Persona> all() {
        return List.of(
                ORDINARY,
                LONG_NAMES,
                DIACRITICS,
                DOCTOR,
                PARTIAL_BIRTH,
                ABROAD,
                UNION_CITIZEN,
                RESIDENCE_PERMIT,
                COMPLETE,
                EXPIRED,
                TRANSPORT_PIN,
                SUSPENDED,
                BLOCKED,
                DEACTIVATED);
    }

    private static Name name(String given, String family) {
        return new Name(given, family, "", "", "");
    }

    private static Birth born(String date) {
        return new Birth(date, date, "Koblenz", "D", "F");
    }

    private static Persona with(String key, String label, Secrets secrets) {
        return persona(
                key,
                label,
                Document.IDENTITY_CARD,
                name("Karl", "Kartenprobe"),
                born("19870623"),
                HOME,
                secrets,
                Extras.NONE);
    }

    private static Persona person(String key, String label, Name name, Birth birth) {
        return persona(key, label, Document.IDENTITY_CARD, name, birth, HOME, USUAL, Extras.NONE);
    }

    private static Persona persona(
            String key,
            String label,
            Document document,
            Name name,
            Birth birth,
            Residence residence,
            Secrets secrets,
            Extras extras) {
        return new Persona(
                key, label, document, name, birth, residence, ISSUED, EXPIRES, secrets, extras);
    }
}
