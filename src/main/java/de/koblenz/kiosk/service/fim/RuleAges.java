package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ages in rule sentences: `das Alter (F60000000235) < 18`. Completed years are meant, so that only "less than" and "at least"
/// are clear.
final class RuleAges {
    private static final RulePhrases AGE = RulePhrases.of("das|dem? alter|lebensalter");
    private static final RulePhrases WHOSE =
            RulePhrases.of(
                    "der|des antragstellenden? person|antragstellers|antragstellerin|kindes|betroffenen|bewerbers",
                    "der|des person|antragstellers|antragstellerin|kindes|betroffenen|bewerbers");
    private static final RulePhrases LED = RulePhrases.of("gemaess|laut|aus|in|nach|von feld?");
    private static final RulePhrases WHEN =
            RulePhrases.of(
                    "zum zeitpunkt der|des antragstellung|antrags",
                    "bei antragstellung",
                    "heute",
                    "am tag|tage der|des antragstellung|antrags",
                    "am heutigen tag|tage",
                    "zum heutigen zeitpunkt|tag|datum");
    private static final RulePhrases LESS =
            RulePhrases.of("<", "unter", "kleiner|geringer|niedriger|weniger als");
    private static final RulePhrases AT_LEAST =
            RulePhrases.of(
                    ">=",
                    "mindestens|wenigstens",
                    "groesser|hoeher oder gleich als?",
                    "groesser gleich");
    private static final Set<String> BE =
            Set.of("ist", "liegt", "betraegt", "sein", "betragen", "liegen", "haben", "alt");

    private static final RulePhrases PERSON =
            RulePhrases.of(
                    "das|die|der antragstellende|betroffene|meldepflichtige|anzumeldende? person|kind|antragsteller|antragstellerin|bewerber|bewerberin|schueler|schuelerin|mitglied|teilnehmer|teilnehmerin|kunde|kundin");
    private static final RulePhrases NOT_YET = RulePhrases.of("noch? nicht");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final Bracketed bracketed;

    /// Reads a condition in brackets.
    @FunctionalInterface
    interface Bracketed {
        Condition condition() throws RuleMisread;
    }

    RuleAges(RuleTokens tokens, RuleNames names, Bracketed bracketed) {
        this.tokens = tokens;
        this.names = names;
        this.bracketed = bracketed;
    }

    private static final int MOST_WORDS = 7;

    /// "die Halterin oder der Halter": nothing is taken where no person can be meant.
    private boolean person() {
        if (tokens.take(PERSON)) {
            return true;
        }
        int mark = tokens.mark();
        boolean article = tokens.word(Set.of("der", "die", "das"));
        boolean noun = false;
        for (int i = 0; article && i < MOST_WORDS; i++) {
            RuleToken word = tokens.peek();
            boolean name =
                    RuleNouns.harmless(word)
                            && !RuleNouns.general(word.plain())
                            && !RuleNouns.closes(word);
            boolean between =
                    noun
                            && Set.of(
                                            "oder",
                                            "und",
                                            "/",
                                            "der",
                                            "die",
                                            "des",
                                            "bzw",
                                            "beziehungsweise")
                                    .contains(word.plain());
            if (!name && !between) {
                break;
            }
            noun |= name;
            tokens.next();
        }
        if (!noun || tokens.before(1, Set.of("oder", "und", "/", "der", "die", "des"))) {
            tokens.reset(mark);
            return false;
        }
        return true;
    }

    /// "das Kind das 18. Lebensjahr vollendet hat (F1)", "Ist die Person noch nicht 18 Jahre alt (F1)": the day of birth, or the
    /// same said of it, stands behind; nothing is taken where that is not said.
    private Optional<Condition> grown() throws RuleMisread {
        int mark = tokens.mark();
        tokens.word(Set.of("ist", "hat"));
        if (person()) {
            int behind = tokens.mark();
            Optional<FieldPart> born = byBirth();
            if (born.isEmpty()) {
                tokens.reset(behind);
            }
            tokens.take(WHEN);
            Optional<Condition.Compare> said = years(born);
            if (said.isPresent()) {
                return Optional.of(said.get());
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final RulePhrases CHECKED =
            RulePhrases.of(
                    "pruefung von|des|der|ueber|anhand?",
                    "geprueft anhand|ueber von|des|der?",
                    "gemaess|laut|siehe|vgl|nach .?");
    private static final RulePhrases AGAINST =
            RulePhrases.of(
                    "gegen das|den heutige|heutigen|aktuelle|aktuellen|tagesaktuelle datum|tag|tagesdatum",
                    "gegen heute|tagesdatum|systemdatum");

    /// "Die Person muss mindestens 16 Jahre alt sein (F1)", "Laut F1 muss die Person volljährig sein"; nothing is taken where that is
    /// not said.
    private Optional<Check> aged(int start) {
        try {
            Optional<FieldPart> born = Optional.empty();
            if (tokens.take(LED)) {
                born = day();
                if (born.isEmpty() || RuleModal.taken(tokens) != RuleModal.MUST) {
                    tokens.reset(start);
                    return Optional.empty();
                }
            }
            if (!person()) {
                tokens.reset(start);
                return Optional.empty();
            }
            if (born.isEmpty() && tokens.words("mit dem")) {
                born = day();
            }
            if (born.isEmpty() || !tokens.before(6, Set.of("muss"))) {
                if (RuleModal.taken(tokens) != RuleModal.MUST) {
                    tokens.reset(start);
                    return Optional.empty();
                }
            }
            tokens.take(WHEN);
            Optional<Integer> years = least();
            if (years.isPresent() && born.isEmpty() && tokens.sign("(")) {
                tokens.take(CHECKED);
                born = day();
                tokens.take(AGAINST);
                if (!tokens.sign(")")) {
                    born = Optional.empty();
                }
            }
            if (years.isPresent() && born.isPresent()) {
                FieldPart field = born.get();
                return Optional.of(
                        new Check(
                                List.of(field.path()),
                                new Condition.Compare(
                                        field.path(),
                                        Comparison.AT_MOST,
                                        new Operand.Day(
                                                new DateBound.FromToday(
                                                        -years.get(), ChronoUnit.YEARS)))));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(start);
        return Optional.empty();
    }

    /// "mindestens 16 Jahre alt sein", "volljährig sein", "das 16. Lebensjahr vollendet haben"
    private Optional<Integer> least() {
        if (tokens.words("volljaehrig sein")) {
            return Optional.of(18);
        }
        boolean completed = tokens.word("das");
        if (!completed && !tokens.word(Set.of("mindestens", "wenigstens"))) {
            return Optional.empty();
        }
        Optional<Integer> years = RuleValues.count(tokens.peek());
        tokens.next();
        boolean said =
                completed
                        ? tokens.sign(".") && tokens.words("lebensjahr vollendet haben")
                        : tokens.word(Set.of("jahre", "jahren")) && tokens.words("alt sein");
        return said ? years : Optional.empty();
    }

    /// The day of birth that is named here.
    private Optional<FieldPart> day() throws RuleMisread {
        FormPart part = names.one();
        return part instanceof FieldPart field
                        && RuleComparisons.isDay(field)
                        && RuleToken.plain(part.head().label() + part.head().name())
                                .contains("geburt")
                ? Optional.of(field)
                : Optional.empty();
    }

    private static final RulePhrases BY_BIRTH =
            RulePhrases.of("nach|laut|gemaess ihrem|seinem|dem|ihr|sein? geburtsdatum|geburtstag?");

    /// "nach ihrem Geburtsdatum (F1)"
    private Optional<FieldPart> byBirth() {
        try {
            if (tokens.take(BY_BIRTH)) {
                boolean bracket = tokens.sign("(");
                Optional<FieldPart> born = day();
                return !bracket || tokens.sign(")") ? born : Optional.empty();
            }
        } catch (RuleMisread _) {
            // Then it is not said here.
        }
        return Optional.empty();
    }

    private Optional<Condition.Compare> years(Optional<FieldPart> born) throws RuleMisread {
        boolean minor = tokens.word("minderjaehrig");
        if (minor || tokens.word("volljaehrig")) {
            tokens.take(WHEN);
            tokens.word("ist");
            return said(born, minor, 18);
        }
        boolean less = tokens.take(LESS) || tokens.words("juenger als");
        boolean least = !less && tokens.word(Set.of("mindestens", "wenigstens"));
        boolean not = !less && !least && tokens.take(NOT_YET);
        boolean completed = !less && !least && !not && tokens.word("das");
        Optional<Integer> years = RuleValues.count(tokens.peek());
        if (years.isEmpty()) {
            return Optional.empty();
        }
        tokens.next();
        boolean young;
        if (completed) {
            if (!tokens.sign(".") || !tokens.word("lebensjahr")) {
                return Optional.empty();
            }
            young = tokens.take(NOT_YET);
            if (!tokens.word("vollendet")) {
                return Optional.empty();
            }
        } else {
            boolean old = tokens.word(Set.of("jahre", "jahren")) && tokens.word("alt");
            if (!(less || least || not) || (!old && !less)) {
                return Optional.empty();
            }
            young = !least;
        }
        tokens.take(WHEN);
        tokens.word(Set.of("ist", "hat"));
        return said(born, young, years.get());
    }

    private Optional<Condition.Compare> said(Optional<FieldPart> born, boolean young, int years)
            throws RuleMisread {
        Comparison comparison = young ? Comparison.MORE : Comparison.AT_MOST;
        if (born.isPresent()) {
            Operand day = new Operand.Day(new DateBound.FromToday(-years, ChronoUnit.YEARS));
            return Optional.of(new Condition.Compare(born.get().path(), comparison, day));
        }
        return tokens.sign("(") ? Optional.of(born(comparison, years)) : Optional.empty();
    }

    private Condition.Compare born(Comparison comparison, int years) throws RuleMisread {
        Operand day = new Operand.Day(new DateBound.FromToday(-years, ChronoUnit.YEARS));
        int mark = tokens.mark();
        FormPart part = names.one();
        boolean alone = tokens.sign(")");
        if (!(part instanceof FieldPart field)
                || !RuleComparisons.isDay(field)
                || !RuleToken.plain(part.head().label() + part.head().name()).contains("geburt")) {
            throw new RuleMisread(part.path().id() + " is no day of birth");
        }
        Condition.Compare said = new Condition.Compare(field.path(), comparison, day);
        if (!alone) {
            tokens.reset(mark);
            if (!bracketed.condition().equals(said) || !tokens.sign(")")) {
                throw new RuleMisread("another age stands in brackets");
            }
        }
        return said;
    }

    /// "Alter (F1) < 18"; nothing is taken where that is not said.
    Optional<Condition> condition() throws RuleMisread {
        int mark = tokens.mark();
        Optional<FieldPart> field = aged();
        if (field.isEmpty()) {
            tokens.reset(mark);
            return grown();
        }
        tokens.word(BE);
        return Optional.of(compared(field.get()));
    }

    /// "Das Alter (F1) muss mindestens 16 Jahre betragen", "F1: Das Alter muss …"; nothing is taken where that is not said.
    Optional<Check> check() throws RuleMisread {
        int mark = tokens.mark();
        Optional<Check> person = aged(mark);
        if (person.isPresent()) {
            return person;
        }
        Optional<FieldPart> field = Optional.empty();
        if (tokens.is(RuleToken.Kind.ID) && tokens.peek(1).text().equals(":")) {
            FormPart part = names.one();
            tokens.next();
            if (part instanceof FieldPart date && RuleComparisons.isDay(date) && tokens.take(AGE)) {
                tokens.take(WHOSE);
                field = Optional.of(date);
            }
        } else {
            field = aged();
        }
        if (field.isEmpty() || RuleModal.taken(tokens) != RuleModal.MUST) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return Optional.of(new Check(List.of(field.get().path()), compared(field.get())));
    }

    /// The day of birth of whose age is spoken.
    private Optional<FieldPart> aged() throws RuleMisread {
        if (!tokens.take(AGE)) {
            return Optional.empty();
        }
        tokens.take(WHOSE);
        boolean bracket = tokens.sign("(");
        if (!bracket && !tokens.take(LED)) {
            return Optional.empty();
        }
        FormPart part = names.one();
        if ((bracket && !tokens.sign(")"))
                || !(part instanceof FieldPart field)
                || !RuleComparisons.isDay(field)) {
            return Optional.empty();
        }
        return Optional.of(field);
    }

    private Condition compared(FieldPart field) throws RuleMisread {
        tokens.take(WHEN);
        boolean less = tokens.take(LESS);
        if (!less && !tokens.take(AT_LEAST)) {
            throw new RuleMisread("of an age only 'less than' and 'at least' are clear");
        }
        int years =
                RuleValues.count(tokens.peek())
                        .orElseThrow(() -> new RuleMisread("expected how many years"));
        tokens.next();
        tokens.word(Set.of("volle", "vollendete"));
        tokens.word(Set.of("jahr", "jahre", "jahren"));
        while (tokens.word(BE)) {
            // "alt ist"
        }
        return new Condition.Compare(
                field.path(),
                less ? Comparison.MORE : Comparison.AT_MOST,
                new Operand.Day(new DateBound.FromToday(-years, ChronoUnit.YEARS)));
    }
}
