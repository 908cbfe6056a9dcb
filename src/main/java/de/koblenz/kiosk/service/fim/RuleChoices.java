package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Choose;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// So many of several elements: `mindestens eines der Felder …`, `entweder … oder …`.
final class RuleChoices {
    private static final RulePhrases OF_ALL =
            RulePhrases.of("von|aus den|der? folgenden|beiden|drei|genannten?", "aus|von");
    private static final RulePhrases OF =
            RulePhrases.of(
                    "feld|angabe|datenfeld|element der|von|aus den|der? folgenden|beiden|drei|genannten?",
                    "der|von|aus den? folgenden|beiden|drei|genannten?");
    private static final RulePhrases NOUN =
            RulePhrases.of(
                    "felder|feldern|angaben|datenfelder|datenfeldern|feldgruppen|datenfeldgruppen|elemente|elementen|gruppen");
    private static final RulePhrases ONE = RulePhrases.of("ein|eine|eines|einer|eins|einem");
    private static final RulePhrases NOT_BOTH =
            RulePhrases.of(
                    ",? und|aber|jedoch? nicht beide|beides zugleich|gleichzeitig?",
                    ",? nicht aber|jedoch beide|beides zugleich|gleichzeitig?");
    private static final RulePhrases BOTH_TOO =
            RulePhrases.of(
                    "( auch? beides|beide auch? moeglich|zulaessig|erlaubt )",
                    ", auch beides|beide moeglich|zulaessig|erlaubt",
                    ", mindestens|wenigstens jedoch|aber? ein|eine|eines|eins|einer von|der beiden|ihnen",
                    "( mindestens|wenigstens ein|eine|eines|eins|einer|einem von beiden|ihnen|diesen )",
                    "( mindestens|wenigstens eines|eine|eins der beiden felder|angaben? )");
    private static final RulePhrases ONE_REMARK =
            RulePhrases.of(
                    "( genau|nur ein|eine|eines|eins|einer|einem von beiden|ihnen|diesen )",
                    "( genau|nur eines|eine|eins der beiden felder|angaben? )");
    private static final RulePhrases NOT_SEVERAL =
            RulePhrases.of(
                    ",|; beide|beides|alle|mehrere zugleich|gleichzeitig|zusammen? sind|ist unzulaessig|ausgeschlossen",
                    ",|; beide|beides|alle|mehrere zugleich|gleichzeitig|zusammen? sind|ist nicht zulaessig|erlaubt|moeglich|gestattet");
    private static final Set<String> TICKED =
            Set.of("ausgewaehlt", "gewaehlt", "angekreuzt", "markiert", "selektiert");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleVerbs verbs;

    RuleChoices(RuleTokens tokens, RuleNames names, RuleVerbs verbs) {
        this.tokens = tokens;
        this.names = names;
        this.verbs = verbs;
    }

    private static final RulePhrases WITHIN =
            RulePhrases.of("innerhalb|in der|dieser? gruppe|feldgruppe|datenfeldgruppe");
    private static final RulePhrases ANY_FIELD =
            RulePhrases.of(
                    "mindestens|wenigstens ein|eine feld|datenfeld|angabe|eintrag|element|wert|eines?");

    /// "Innerhalb der Gruppe G1 muss mindestens ein Feld ausgefüllt werden": the group is answered.
    private Optional<RuleAct> within() throws RuleMisread {
        int mark = tokens.mark();
        if (tokens.take(WITHIN)
                && tokens.is(RuleToken.Kind.ID)
                && names.one() instanceof FormPart.GroupPart group) {
            RuleModal modal = RuleModal.taken(tokens);
            if (tokens.take(ANY_FIELD) && modal != RuleModal.MAY && asked(modal, List.of())) {
                return Optional.of(new RuleAct.Do(RuleAct.Verb.REQUIRE, List.of(group)));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    /// The choice that begins here, if one does.
    Optional<RuleAct> count() throws RuleMisread {
        Optional<RuleAct> within = within();
        if (within.isPresent()) {
            return within;
        }
        int mark = tokens.mark();
        List<FormPart> of = List.of();
        if (tokens.take(OF_ALL)) {
            if (!names.isHere()) {
                tokens.reset(mark);
                return Optional.empty();
            }
            of = names.options();
        }
        RuleModal modal = RuleModal.taken(tokens);
        boolean onlyOne =
                (modal == RuleModal.MAY || modal == RuleModal.NONE)
                        && (tokens.word("nur") || tokens.words("nicht mehr als"));
        boolean exactly = tokens.word("genau") || tokens.word("exakt");
        boolean least = !exactly && tokens.word(Set.of("mindestens", "wenigstens"));
        boolean most =
                onlyOne || (!exactly && !least && tokens.word(Set.of("hoechstens", "maximal")));
        boolean named = exactly || least || most;
        boolean one = named ? tokens.take(ONE) || numberOne() : of.isEmpty() && lateOne();
        if (!one) {
            tokens.reset(mark);
            return Optional.empty();
        }
        if (of.isEmpty() && tokens.take(ANSWERS) && modal == RuleModal.NONE) {
            return Optional.of(new Choose(options(), exactly || least, exactly || most, false));
        }
        if (of.isEmpty() && category()) {
            of = names.options();
            if (!tokens.sign(")")) {
                throw new RuleMisread("a bracket is not closed before " + tokens.rest());
            }
        } else if (of.isEmpty()) {
            if (!tokens.take(OF)) {
                int behindOne = tokens.mark();
                Optional<RuleAct> kind = ofKind(modal, exactly || least, exactly || most);
                tokens.reset(kind.isPresent() ? tokens.mark() : mark);
                return kind.isPresent() && tokens.mark() > behindOne ? kind : Optional.empty();
            }
            int noun = tokens.mark();
            kindOfSeveral();
            boolean list = tokens.take(NOUN) && tokens.isSign(":");
            if (list) {
                tokens.reset(noun);
            }
            Optional<RuleAct> behind = behind(modal, exactly || least, exactly || most);
            if (behind.isPresent()) {
                return behind;
            }
            of = names.options();
        } else {
            tokens.word(Set.of("feld", "angabe", "datenfeld"));
        }
        tokens.sign(",");
        if (modal == RuleModal.NONE) {
            modal = RuleModal.taken(tokens);
        }
        if (!named) {
            least = tokens.word(Set.of("mindestens", "wenigstens"));
            exactly = !least && tokens.word("genau");
            if (!least && !exactly) {
                throw new RuleMisread("it is not clear whether one of several means at least one");
            }
        }
        if (tokens.isWord(Set.of("alle", "beide"))) {
            throw new RuleMisread("so many of several, but all");
        }
        verbs.adverbs();
        boolean yes = isYes(modal, of, most);
        boolean said =
                yes
                        || (most
                                ? modal == RuleModal.MAY && filled(of)
                                : !(modal == RuleModal.MAY) && asked(modal, of));
        if (!said || of.size() < 2) {
            throw new RuleMisread(
                    "so many of several, but " + tokens.rest() + " is not understood");
        }
        if (exactly || most) {
            tokens.take(NOT_SEVERAL);
        }
        return Optional.of(new Choose(of, exactly || least, exactly || most, yes));
    }

    private static final RulePhrases ANSWERS =
            RulePhrases.of("angabe|feld|datenfeld|eintrag|eingabe|antwort :");

    /// "F1 / F2 / F3" behind "Mindestens eine Angabe:"
    private List<FormPart> options() throws RuleMisread {
        List<FormPart> of = new ArrayList<>();
        do {
            of.add(names.one());
        } while (tokens.sign("/") || tokens.sign(",") || tokens.word("oder"));
        if (of.size() < 2 || of.stream().anyMatch(RuleChoices::flag) || !verbs.ends()) {
            throw new RuleMisread("so many of several: " + tokens.rest());
        }
        return of;
    }

    /// "mindestens eines der folgenden Felder muss ausgefüllt sein: F1, F2"
    private Optional<RuleAct> behind(RuleModal before, boolean some, boolean single)
            throws RuleMisread {
        int mark = tokens.mark();
        tokens.take(NOUN);
        RuleModal modal = before == RuleModal.NONE ? RuleModal.taken(tokens) : before;
        boolean said =
                some
                        ? asked(modal, List.of())
                        : modal == RuleModal.MAY && (verbs.filled() || tokens.take(MADE));
        if (said && tokens.sign(":")) {
            List<FormPart> of = names.list();
            if (of.size() > 1 && of.stream().noneMatch(RuleChoices::flag)) {
                return Optional.of(new Choose(of, some, single, false));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    /// "eine der Kontaktangaben F1, F2": what they have in common before them.
    private void kindOfSeveral() {
        RuleToken.Kind behind = tokens.peek(1).kind();
        boolean kind =
                tokens.is(RuleToken.Kind.WORD)
                        && Character.isUpperCase(tokens.peek().text().codePointAt(0))
                        && !RuleNouns.general(tokens.peek().plain())
                        && RuleNouns.harmless(tokens.peek())
                        && behind == RuleToken.Kind.ID;
        if (kind) {
            tokens.next();
        }
    }

    /// "mindestens eine Kontaktmöglichkeit anzugeben (F1, F2 oder F3)"
    private Optional<RuleAct> ofKind(RuleModal before, boolean some, boolean single)
            throws RuleMisread {
        boolean noun =
                tokens.is(RuleToken.Kind.WORD)
                        && Character.isUpperCase(tokens.peek().text().codePointAt(0))
                        && (RuleNouns.general(tokens.peek().plain())
                                || RuleNouns.harmless(tokens.peek()));
        if (!noun) {
            return Optional.empty();
        }
        tokens.next();
        RuleModal modal = before == RuleModal.NONE ? RuleModal.taken(tokens) : before;
        verbs.adverbs();
        boolean said =
                some
                        ? modal != RuleModal.MAY && asked(modal, List.of())
                        : modal == RuleModal.MAY && (verbs.filled() || tokens.take(MADE));
        boolean bracket = said && tokens.sign("(");
        if (!said || (!bracket && !tokens.sign(":"))) {
            return Optional.empty();
        }
        List<FormPart> of = names.options();
        if (of.size() < 2
                || of.stream().anyMatch(RuleChoices::flag)
                || (bracket && !tokens.sign(")"))) {
            throw new RuleMisread("so many of several: " + tokens.rest());
        }
        return Optional.of(new Choose(of, some, single, false));
    }

    private static final RulePhrases YES =
            RulePhrases.of(
                    "den? wert? wahr|ja|true haben|sein|aufweisen",
                    "mit ja|wahr beantwortet werden|sein",
                    "bejaht werden|sein",
                    "auf wahr|ja|true gesetzt|stehen werden?|sein?");

    /// "muss den Wert 'wahr' haben"; nothing is taken where that is not said.
    private boolean isYes(RuleModal modal, List<FormPart> of, boolean most) {
        int mark = tokens.mark();
        boolean flags = of.stream().allMatch(RuleChoices::flag);
        boolean verb = modal == (most ? RuleModal.MAY : RuleModal.MUST);
        if (flags && verb && tokens.takeUnquoted(YES)) {
            return true;
        }
        tokens.reset(mark);
        return false;
    }

    /// "ein Kommunikationsmittel (": what they have in common before the list.
    private boolean category() {
        boolean noun =
                tokens.is(RuleToken.Kind.WORD)
                        && tokens.peek(1).text().equals("(")
                        && RuleNouns.harmless(tokens.peek());
        if (noun) {
            tokens.next();
            tokens.next();
        }
        return noun;
    }

    /// "Eines der Felder F1, F2 muss mindestens …": how many is said behind.
    private boolean lateOne() {
        boolean late = false;
        for (int i = 1; tokens.peek(i).kind() != RuleToken.Kind.END && i < 60; i++) {
            late |=
                    Set.of("muss", "ist").contains(tokens.peek(i).plain())
                            && Set.of("mindestens", "wenigstens", "genau")
                                    .contains(tokens.peek(i + 1).plain());
        }
        return late && tokens.take(ONE);
    }

    private boolean numberOne() {
        if (tokens.is(RuleToken.Kind.NUMBER) && tokens.peek().text().equals("1")) {
            tokens.next();
            return true;
        }
        return false;
    }

    /// Whether an answer is asked for behind the verb.
    private boolean asked(RuleModal modal, List<FormPart> of) throws RuleMisread {
        return switch (modal) {
            case MUST -> filled(of);
            case IS -> {
                tokens.word(Set.of("zwingend", "verpflichtend"));
                yield verbs.toFill() || verbs.duty();
            }
            case BECOMES -> verbs.duty();
            case MAY,
                    CAN,
                    STAYS,
                    COUNTS,
                    DROPS,
                    APPEARS,
                    HAS,
                    FALLS,
                    STANDS,
                    NEEDS,
                    WANTS,
                    LIES,
                    NONE ->
                    false;
        };
    }

    private static final RulePhrases MADE =
            RulePhrases.of("gemacht|getroffen|vorgenommen werden", "erfolgen|vorliegen");

    boolean filled(List<FormPart> of) throws RuleMisread {
        boolean ticked = tokens.isWord(TICKED);
        if (ticked && of.stream().anyMatch(RuleChoices::flag)) {
            throw new RuleMisread("it is not clear whether an answer is asked for or a yes");
        }
        return verbs.filled() || tokens.take(MADE);
    }

    /// Words that say of a question with yes and no either that it is answered or that the answer is yes.
    static final Set<String> PICKED = Set.of("auswahl", "nutzung");

    static boolean flag(FormPart part) {
        return part instanceof FieldPart field && field.field().type() instanceof FieldType.Flag;
    }

    /// "F1 oder F2, aber nicht beide, muss …": takes what stands between the commas.
    boolean notBothBetween() {
        int mark = tokens.mark();
        if (tokens.isSign(",") && tokens.take(NOT_BOTH) && tokens.sign(",")) {
            return true;
        }
        tokens.reset(mark);
        return false;
    }

    /// "F1 oder F2 muss ausgefüllt sein".
    RuleAct someOf(RuleModal modal, RuleNames.Named named, boolean either) throws RuleMisread {
        boolean before = tokens.take(NOT_BOTH);
        verbs.adverbs();
        if (!asked(modal, named.parts())) {
            throw new RuleMisread("'oder' between what is asked for");
        }
        boolean notBoth = before || tokens.take(NOT_BOTH) || tokens.take(ONE_REMARK);
        if (!notBoth && !either && tokens.take(BOTH_TOO)) {
            return new Choose(named.parts(), true, false, false);
        }
        return new Choose(named.parts(), true, notBoth || (either && !named.bothOr()), false);
    }
}
