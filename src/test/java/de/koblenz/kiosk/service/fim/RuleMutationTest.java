package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sentences of the corpus that were changed never do what the sentence before the change did. The slice runs with the
/// others; `-Dgroups=long` runs the whole.
class RuleMutationTest {
    private static final long SEED = 20_261_122L;

    private static List<RuleCorpus.Line> enforced() {
        return Stream.of(
                        "corpus-own.tsv",
                        "corpus-frames.tsv",
                        "corpus-learned.tsv",
                        "corpus-blind.tsv",
                        "corpus-turns.tsv")
                .flatMap(file -> RuleCorpus.read(file).stream())
                .filter(line -> meaning(line, line.sentence()).isPresent())
                .toList();
    }

    private static List<RuleCorpus.Line> learned() {
        return Stream.of("trades", "civic", "markets", "heritage", "benefits", "nature")
                .flatMap(topic -> RuleCorpus.readLearned(topic).stream())
                .toList();
    }

    private static Optional<RuleMeaning> meaning(RuleCorpus.Line line, String sentence) {
        try {
            RuleScope scope = new RuleScope(line.parts(), Optional.empty());
            return Optional.of(RuleMeaning.of(RuleReader.read(sentence, scope)));
        } catch (RuleMisread _) {
            return Optional.empty();
        }
    }

    /// What is enforced of a mutant though it must not be; empty where all is well.
    private static Optional<String> wrong(RuleCorpus.Line line, RuleMutation.Mutant mutant) {
        Optional<RuleMeaning> after = meaning(line, mutant.sentence());
        boolean bad =
                after.isPresent()
                        && (mutant.allowed() == RuleMutation.Allowed.NOTHING
                                || after.get().same(line.meaning()));
        return bad
                ? Optional.of(line.id() + " " + mutant.change() + ": " + mutant.sentence())
                : Optional.empty();
    }

    private static void run(List<RuleCorpus.Line> lines, int mutants) {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        TreeMap<String, Integer> made = new TreeMap<>();
        RuleMutation[] ways = RuleMutation.values();
        int count = 0;
        while (count < mutants) {
            RuleCorpus.Line line = lines.get(random.nextInt(lines.size()));
            RuleMutation way = ways[random.nextInt(ways.length)];
            Optional<RuleMutation.Mutant> mutant =
                    way.apply(line.sentence(), random.nextInt(), random.nextInt());
            if (mutant.isPresent()) {
                count++;
                made.merge(way.name(), 1, Integer::sum);
                wrong(line, mutant.get()).ifPresent(wrong::add);
            }
        }
        System.out.println(
                "seed "
                        + SEED
                        + ": "
                        + count
                        + " changed sentences of "
                        + lines.size()
                        + " "
                        + made
                        + ", wrongly enforced: "
                        + wrong.size());
        wrong.stream().distinct().sorted().limit(400).forEach(System.out::println);
        assertTrue(lines.size() > 200);
        assertEquals(List.of(), wrong.stream().distinct().limit(10).toList());
    }

    @Test
    void aChangedSentenceIsNotEnforcedAsIfItWereNot() {
        run(enforced(), 4_000);
    }

    @Test
    void aChangedSentenceOfAStrangerIsNotEnforcedAsIfItWereNot() {
        run(learned(), 1_500);
    }

    @Test
    @Tag("long")
    void noneOfVeryManyChangedSentencesIsEnforcedAsIfItWereNot() {
        run(enforced(), 100_000);
        run(learned(), 20_000);
    }
}
