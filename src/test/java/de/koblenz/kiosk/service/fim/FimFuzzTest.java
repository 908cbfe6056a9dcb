package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.xml.Damage;
import de.koblenz.kiosk.xml.Outcomes;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Damaged schemata, descriptions and code lists are read or refused; nothing else happens. Seed, speed and counts are printed.
/// The whole walk: `mvn -Plong verify -Dtest=FimFuzzTest`, with `-Dseed=` and `-Dmutations=` for others.
class FimFuzzTest {
    private static final long SEED = 20260606;
    private static final int SLICE = 12_000;
    private static final int WALK = 600_000;

    /// What stands in federal files, right and wrong.
    private static final List<String> PIECES =
            List.of(
                    "0:*",
                    "1:1",
                    "9:1",
                    "-1:1",
                    "0:0",
                    "1:999999999999",
                    "xmlns:x=''",
                    " x='1' x='2'",
                    "<x:struktur>",
                    "</x:struktur>",
                    "<x:datenfeld>",
                    "<xdf:regel/>",
                    "<xdf:neu>1</xdf:neu>",
                    "F60000000227",
                    "F99000000001",
                    "G99000000001",
                    "text",
                    "text_latin",
                    "date",
                    "time",
                    "datetime",
                    "bool",
                    "num",
                    "num_int",
                    "num_currency",
                    "file",
                    "obj",
                    "input",
                    "select",
                    "label",
                    "locked",
                    "hidden",
                    "X",
                    "verpflichtend",
                    "2026-02-30",
                    "2026-06-06",
                    "12:61",
                    "1,5",
                    "-0",
                    "1e9",
                    "WENN F99000000001 = 'ja' DANN ",
                    " muss F99000000002 ausgefüllt sein",
                    " ODER ",
                    " UND ",
                    "(",
                    ")",
                    "{\"minLength\":",
                    "[a-z",
                    "(((((((",
                    "(a+)+$",
                    "\\p{IsLatin}",
                    "[a-z-[aeiou]]",
                    "<script>",
                    "99102013002000",
                    "de-simple",
                    "urn:xoev-de:fim:standard:xdatenfelder_2",
                    "urn:xoev-de:fim:standard:xdatenfelder_3.1",
                    "UTF-16",
                    "");

    private static final Pattern PLACE =
            Pattern.compile("(?s)\\n    <xdf:struktur>.*?\\n    </xdf:struktur>");
    private static final Pattern RULE =
            Pattern.compile("(?s)\\n    <xdf:regel>.*?\\n    </xdf:regel>");

    /// What is mutated.
    private enum Kind {
        SCHEMA,
        DESCRIPTION,
        LIST
    }

    private record Base(Kind kind, String text, Charset charset) {}

    /// Each element at the top of both fixtures as a schema of its own (so every element of the standard is there, and a mutation
    /// takes a fraction of a millisecond), small ones, a description, a list; last the fixtures whole.
    private static List<Base> bases() throws IOException {
        List<Base> bases = new ArrayList<>();
        String three = fixture("erfundene-hundeanmeldung.xdf3.xml", StandardCharsets.UTF_8);
        String two = fixture("erfundene-grababmeldung.xdf2.xml", StandardCharsets.ISO_8859_1);
        for (String whole : List.of(three, two)) {
            Charset charset =
                    whole.equals(two) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            String rules = all(RULE, whole, 1);
            String start = whole.substring(0, whole.indexOf("\n    <xdf:regel>"));
            String end = whole.substring(whole.lastIndexOf("\n  </xdf:stammdatenschema>"));
            for (MatchResult place : PLACE.matcher(whole).results().toList()) {
                if (place.group().length() < 8_000) {
                    bases.add(new Base(Kind.SCHEMA, start + rules + place.group() + end, charset));
                }
            }
        }
        bases.add(
                small(
                        "input",
                        "text",
                        "<x:praezisierung minLength=\"1\" maxLength=\"9\" pattern=\"[0-9]+\"/>"));
        bases.add(
                small(
                        "select",
                        "text",
                        "<x:werte><x:wert><x:code>1</x:code><x:name>a</x:name></x:wert></x:werte>"));
        bases.add(
                new Base(
                        Kind.LIST,
                        fixture("codelisten/hunderasse_2.xml", StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8));
        bases.add(
                new Base(
                        Kind.DESCRIPTION,
                        fixture("erfundene-hundeanmeldung.xzufi.xml", StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8));
        bases.add(new Base(Kind.SCHEMA, three, StandardCharsets.UTF_8));
        bases.add(new Base(Kind.SCHEMA, two, StandardCharsets.ISO_8859_1));
        return bases;
    }

    private static String all(Pattern pattern, String text, int most) {
        return pattern.matcher(text)
                .results()
                .limit(most)
                .map(MatchResult::group)
                .reduce("", String::concat);
    }

    private static String fixture(String name, Charset charset) throws IOException {
        return Files.readString(SchemaFixtures.FOLDER.resolve(name), charset);
    }

    private static Base small(String art, String type, String more) {
        String text =
                SchemaFixtures.schema(
                        SchemaFixtures.rule(
                                "R1",
                                "WENN F99000000001 leer ist, DANN muss F99000000002 ausgefüllt sein."),
                        SchemaFixtures.field("F99000000001", "1:1", art, type, more),
                        SchemaFixtures.group(
                                "G99000000001",
                                "0:3",
                                SchemaFixtures.field("F99000000002", "0:1", "input", "date", "")));
        return new Base(Kind.SCHEMA, text, StandardCharsets.UTF_8);
    }

    /// Walks through mutations and counts what becomes of them.
    private static Outcomes walk(long seed, int mutations) throws IOException {
        Random random = new Random(seed);
        Damage damage = new Damage(random, PIECES);
        Outcomes outcomes = new Outcomes("federal files", seed);
        List<Base> bases = bases();
        CodeLists lists = SchemaFixtures.lists();
        for (int i = 0; i < mutations; i++) {
            // The whole fixtures seldom: more mutations in the same time.
            int most = random.nextInt(100) == 0 ? bases.size() : bases.size() - 2;
            Base base = bases.get(random.nextInt(most));
            String damaged =
                    random.nextInt(8) == 0 ? damage.plain(base.text()) : damage.xml(base.text());
            byte[] bytes = damaged.getBytes(base.charset());
            if (random.nextInt(50) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                boolean complete =
                        switch (base.kind()) {
                            case DESCRIPTION ->
                                    LeistungImport.texts(bytes, "fuzz.xml").notes().isEmpty();
                            case LIST ->
                                    !CodeListFile.read(XmlCursor.open(bytes, "fuzz.xml"))
                                            .values("", "")
                                            .isEmpty();
                            case SCHEMA -> SchemaImport.form(bytes, "fuzz.xml", lists).complete();
                        };
                outcomes.add(complete ? "read" : "read with losses");
            } catch (XmlRefused refused) {
                assertTrue(refused.problem().code().startsWith("FIM-"));
                outcomes.add(refused.problem().code());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("mutation " + i + " of seed " + seed + ": " + damaged, e);
            }
        }
        System.out.println(outcomes);
        return outcomes;
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        Outcomes outcomes = walk(SEED, SLICE);
        assertTrue(outcomes.of("read") > SLICE / 10, outcomes::toString);
        assertTrue(outcomes.of("FIM-XML") > SLICE / 10, outcomes::toString);
    }

    @Test
    @Tag("long")
    void aLongWalkOfDamagedFilesIsReadOrRefused() throws IOException {
        int mutations = Integer.getInteger("mutations", WALK);
        Outcomes outcomes = walk(Long.getLong("seed", System.nanoTime()), mutations);
        assertTrue(outcomes.of("read") > mutations / 10, outcomes::toString);
    }

    @Test
    void damagedRuleSentencesAreUnderstoodOrNot() {
        Random random = new Random(SEED + 2);
        Damage damage = new Damage(random, PIECES);
        List<RuleCorpus.Line> lines = RuleCorpus.read("corpus-own.tsv");
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            RuleCorpus.Line line = lines.get(random.nextInt(lines.size()));
            String sentence = damage.plain(line.sentence());
            try {
                RuleReader.read(sentence, new RuleScope(line.parts(), Optional.empty()));
                understood++;
            } catch (RuleMisread _) {
                // Most are.
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("mutation " + i + ": " + sentence, e);
            }
        }
        assertTrue(understood > 100, understood + " were understood");
    }
}
