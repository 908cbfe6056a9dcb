package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.fim.xml.XmlCursor;
import de.koblenz.kiosk.service.fim.xml.XmlRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Mutated files are read or refused; nothing else happens. The whole walk: `-Dgroups=long`; its seed is printed.
class FimFuzzTest {
    private static final long SEED = 20260606;

    /// Pieces that mutations put in: what attacks and accidents look like.
    private static final List<String> PIECES =
            List.of(
                    "<",
                    ">",
                    "&",
                    "&amp;",
                    "&#0;",
                    "&#x10FFFF;",
                    "&x;",
                    "<!DOCTYPE x>",
                    "<![CDATA[",
                    "]]>",
                    "<?x?>",
                    "<!--",
                    "-->",
                    "\"",
                    "'",
                    "\u0000",
                    "\uFFFE",
                    "\uD800",
                    "ü",
                    "0:*",
                    "9:1",
                    "-1:1",
                    "1:999999999999",
                    "xmlns:x=''",
                    " x='1' x='2'",
                    "<x:struktur>",
                    "</x:struktur>",
                    "<x:datenfeld>",
                    "F60000000227",
                    "WENN F99000000001 = 'ja' DANN ",
                    " muss F99000000002 ausgefüllt sein",
                    " ODER ",
                    " UND ",
                    "(",
                    ")",
                    "{\"minLength\":",
                    "[a-z",
                    "(((((((",
                    "x".repeat(5_000),
                    "<a>".repeat(150),
                    "(a+)+$",
                    "<script>",
                    "99999999999999999999");

    private static final java.util.regex.Pattern ELEMENT =
            java.util.regex.Pattern.compile("<([A-Za-z:]+)[^<>]{0,200}>[^<]{0,300}</\\1>");

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name :
                List.of(
                        "erfundene-hundeanmeldung.xdf3.xml",
                        "erfundene-grababmeldung.xdf2.xml",
                        "erfundene-hundeanmeldung.xzufi.xml",
                        "codelisten/hunderasse_2.xml")) {
            seeds.add(Files.readAllBytes(SchemaFixtures.FOLDER.resolve(name)));
        }
        // Small ones are mutated where it matters more often.
        seeds.add(
                small(
                        "input",
                        "text",
                        "<x:praezisierung minLength='1' maxLength='9' pattern='[0-9]+'/>"));
        seeds.add(
                small(
                        "select",
                        "text",
                        "<x:werte><x:wert><x:code>1</x:code><x:name>a</x:name></x:wert></x:werte>"));
        return seeds;
    }

    private static byte[] small(String art, String type, String more) {
        return SchemaFixtures.schema(
                        SchemaFixtures.rule(
                                "R1",
                                "WENN F99000000001 leer ist, DANN muss F99000000002 ausgefüllt sein."),
                        SchemaFixtures.field("F99000000001", "1:1", art, type, more),
                        SchemaFixtures.group(
                                "G99000000001",
                                "0:3",
                                SchemaFixtures.field("F99000000002", "0:1", "input", "date", "")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(14)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 ->
                        bytes =
                                spliced(
                                        bytes,
                                        at,
                                        Math.min(bytes.length, at + 1 + random.nextInt(200)),
                                        new byte[0]);
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int to = Math.min(bytes.length, from + 1 + random.nextInt(300));
                    bytes = spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, from, to));
                }
                case 3, 4 -> {
                    String piece = PIECES.get(random.nextInt(PIECES.size()));
                    int where = random.nextBoolean() ? at : behindTag(bytes, at);
                    bytes = spliced(bytes, where, where, piece.getBytes(StandardCharsets.UTF_8));
                }
                case 5, 6, 7 -> {
                    byte[] element = element(bytes, random.nextInt(bytes.length));
                    int where = behindTag(bytes, at);
                    bytes = spliced(bytes, where, where, element);
                }
                case 8, 9 -> {
                    byte[] element = element(bytes, at);
                    int from =
                            new String(bytes, StandardCharsets.ISO_8859_1)
                                    .indexOf(new String(element, StandardCharsets.ISO_8859_1));
                    bytes =
                            spliced(
                                    bytes,
                                    Math.max(0, from),
                                    Math.max(0, from) + element.length,
                                    new byte[0]);
                }
                default -> {
                    // A digit or letter of a text becomes another: what still is XML.
                    int where = behindTag(bytes, at);
                    if (where < bytes.length
                            && bytes[where] > '0'
                            && bytes[where] < 127
                            && bytes[where] != '<') {
                        bytes[where] = (byte) "0123456789ABFGRSabcx:*-".charAt(random.nextInt(23));
                    }
                }
            }
            if (bytes.length == 0) {
                return seed.clone();
            }
        }
        return bytes;
    }

    /// Behind the next end of a tag.
    private static int behindTag(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '>') {
                return i + 1;
            }
        }
        return bytes.length;
    }

    /// The first element without children from there on; nothing where there is none.
    private static byte[] element(byte[] bytes, int from) {
        java.util.regex.Matcher element =
                ELEMENT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return element.find(from)
                ? element.group().getBytes(StandardCharsets.ISO_8859_1)
                : new byte[0];
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
        byte[] result = new byte[bytes.length - (to - from) + put.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(put, 0, result, from, put.length);
        System.arraycopy(bytes, to, result, from + put.length, bytes.length - to);
        return result;
    }

    /// Walks through mutations; says how many were read rather than refused.
    private static int walk(long seed, int mutations) throws IOException {
        System.out.printf("seed %d, %d mutations of federal files%n", seed, mutations);
        Random random = new Random(seed);
        List<byte[]> seeds = seeds();
        CodeLists lists = SchemaFixtures.lists();
        int read = 0;
        for (int i = 0; i < mutations; i++) {
            // Three of four times a small one: more mutations in the same time.
            int which = random.nextInt(4) == 0 ? random.nextInt(4) : 3 + random.nextInt(3);
            byte[] bytes = mutated(seeds.get(which), random);
            try {
                switch (which) {
                    case 2 -> LeistungImport.texts(bytes, "fuzz.xml");
                    case 3 -> CodeListFile.read(XmlCursor.open(bytes, "fuzz.xml")).values("", "");
                    default -> SchemaImport.form(bytes, "fuzz.xml", lists);
                }
                read++;
            } catch (XmlRefused refused) {
                assertTrue(refused.problem().code().startsWith("FIM-"));
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "mutation "
                                + i
                                + " of seed "
                                + seed
                                + ": "
                                + new String(bytes, StandardCharsets.UTF_8),
                        e);
            }
        }
        return read;
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws IOException {
        int read = walk(SEED, 6_000);
        assertTrue(read > 1_500 && read < 5_400, read + " were read");
    }

    @Test
    @Tag("long")
    void aMillionMutatedFilesAreReadOrRefused() throws IOException {
        int read = walk(SEED + 1, 1_000_000);
        assertTrue(read > 100_000, read + " were read");
    }

    @Test
    void mutatedRuleSentencesAreUnderstoodOrNot() {
        Random random = new Random(SEED + 2);
        List<RuleCorpus.Line> lines = RuleCorpus.read("corpus-own.tsv");
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            RuleCorpus.Line line = lines.get(random.nextInt(lines.size()));
            String sentence =
                    new String(
                            mutated(line.sentence().getBytes(StandardCharsets.UTF_8), random),
                            StandardCharsets.UTF_8);
            try {
                RuleReader.read(sentence, new RuleScope(line.parts(), java.util.Optional.empty()));
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
