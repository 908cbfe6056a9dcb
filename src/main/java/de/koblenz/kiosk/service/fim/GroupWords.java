package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Of whom a group speaks, by its words. What is not known to be the applicant's or a plain word of personal data is taken for
/// somebody else's: "Angaben zum Kind des Antragstellers" is a child's.
final class GroupWords {
    /// Who applies, reports, registers; or is spoken to.
    private static final Pattern APPLICANT =
            Pattern.compile(
                    "antragstell(er|ers|erin|ende|enden|ender|endes)"
                            + "|(anzeig|anmeld|abmeld|ummeld|meld)ende[nrs]?"
                            + "|anzeigenerstatter(s|in)?|meldepflichtige[nrs]?"
                            + "|sie|ihnen|ihr|ihre[mnrs]?|ich|mir|mich|meine[mnrs]?");

    /// "Über Sie als Wohnungsgeber": what somebody is as whom the form speaks to.
    private static final Pattern AS_WHAT = Pattern.compile("(?iu)^(über sie) als .*$");

    /// "Antragsteller (nicht geschäftlich)": no business, but a person.
    private static final Pattern NO_BUSINESS = Pattern.compile("(?iu)\\(?nicht geschäftlich\\)?");

    /// Words that speak of a person's own data and of nobody in particular.
    private static final Set<String> PLAIN =
            Set.of(
                    ("aktuelle aktuellen aktueller allgemeine am an angabe angaben anschrift adresse"
                                    + " adressdaten art auf bei bitte bzw daten das dem den der deren des"
                                    + " deutschland die doktorgrad doktorgrade eigene eigenen einzeln"
                                    + " familienname familiennamen für geboren geburt geburtsangaben"
                                    + " geburtsdatum geburtsname geburtsort hauptwohnsitz hauptwohnung"
                                    + " heutige heißen ihrer im in inland inländische kontakt kontaktdaten"
                                    + " meldeanschrift name namen natürliche natürlichen natürlicher oder ort"
                                    + " person personalien personendaten personenbezogene persönliche"
                                    + " persönlichen sind staatsangehörigkeit staatsangehörigkeiten straße"
                                    + " straßenanschrift teilbekannt und vor vorname vornamen wann wer wie wo"
                                    + " wohnadresse wohnanschrift wohnen wohnhaft wohnort wohnsitz wohnung zu"
                                    + " zum zur über")
                            .split(" "));

    /// Some person, of whom nothing is said.
    private static final Set<String> SOME_PERSON = Set.of("person", "personen");

    /// In the name for experts, whatever the words for citizens say.
    private static final Pattern ANOTHER =
            Pattern.compile(
                    "juristisch|unternehm|betrieb|firma|gesellschaft|gesetzlich|bevollmächt|ansprech"
                            + "|kontaktperson|ehegatt|ehepartn|lebenspartn|verstorben|arbeitgeb|arbeitnehm"
                            + "|beschäftigt|früher");

    private GroupWords() {}

    /// Whose data lie in a group.
    enum Whose {
        APPLICANT,
        /// Nothing is said: as the group around.
        UNSAID,
        OTHER
    }

    static Whose of(Head group) {
        if (ANOTHER.matcher(group.name().toLowerCase(Locale.GERMAN)).find()) {
            return Whose.OTHER;
        }
        Whose words = of(group.words());
        Whose output = group.output().isEmpty() ? words : of(group.output());
        if (words == Whose.APPLICANT || (words == Whose.UNSAID && output == Whose.APPLICANT)) {
            return Whose.APPLICANT;
        }
        return words == Whose.UNSAID && output == Whose.UNSAID ? Whose.UNSAID : Whose.OTHER;
    }

    private static Whose of(String label) {
        boolean applicant = false;
        String plain = NO_BUSINESS.matcher(label.strip()).replaceAll("");
        for (String word : words(AS_WHAT.matcher(plain).replaceFirst("$1"))) {
            if (APPLICANT.matcher(word).matches()) {
                applicant = true;
            } else if (!word.isEmpty() && !PLAIN.contains(word)) {
                return Whose.OTHER;
            }
        }
        return applicant ? Whose.APPLICANT : Whose.UNSAID;
    }

    /// Whether a group is named by personal data ("Persönliche Angaben", "Anschrift"), not by some person ("Person").
    static boolean own(Head group) {
        return of(group) == Whose.UNSAID
                && (words(group.words()).stream().noneMatch(SOME_PERSON::contains)
                        || group.words().toLowerCase(Locale.GERMAN).contains("persönliche"));
    }

    private static Set<String> words(String label) {
        return Set.copyOf(
                Arrays.asList(PlainWords.of(label).toLowerCase(Locale.GERMAN).split("[^\\p{L}]+")));
    }
}
