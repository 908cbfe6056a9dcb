package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many of the labelled rule sentences are enforced, and that none is enforced wrongly. One half was written by
/// somebody who had not seen the grammar.
class RuleCorpusTest {
    @ParameterizedTest
    @CsvSource({
        "corpus-own.tsv, 120, 95",
        "corpus-frames.tsv, 400, 95",
        "corpus-learned.tsv, 60, 80",
        "corpus-blind.tsv, 60, 60",
        "corpus-turns.tsv, 400, 99"
    })
    void noSentenceIsEnforcedWrongly(String file, int atLeast, int percent) {
        List<RuleCorpus.Line> lines = RuleCorpus.read(file);
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        int right = 0;
        int regular = 0;
        int shown = 0;
        int hints = 0;
        for (RuleCorpus.Line line : lines) {
            RuleScope scope = new RuleScope(line.parts(), Optional.empty());
            boolean enforce = line.expected().equals("enforce");
            regular += enforce ? 1 : 0;
            try {
                List<RuleEffect> effects = RuleReader.read(line.sentence(), scope);
                if (enforce && RuleMeaning.of(effects).same(line.meaning())) {
                    right++;
                } else {
                    wrong.add(line.id() + ": " + line.sentence() + " → " + RuleWords.of(effects));
                }
            } catch (RuleMisread e) {
                if (enforce) {
                    missed.add(line.id() + ": " + line.sentence() + " → " + e.reason());
                }
                Map<de.koblenz.kiosk.service.form.FieldPath, FormPart> all = new LinkedHashMap<>();
                line.parts().forEach(part -> all.put(part.path(), part));
                boolean hint = line.expected().equals("hint");
                hints += hint ? 1 : 0;
                shown += hint && RuleWords.hint(line.sentence(), scope, all).isPresent() ? 1 : 0;
            }
        }
        System.out.printf(
                "%s: %d of %d regular sentences enforced (%.1f %%), %d wrongly, %d of %d hints shown; %d sentences%n",
                file,
                right,
                regular,
                100.0 * right / Math.max(1, regular),
                wrong.size(),
                shown,
                hints,
                lines.size());
        if (List.of(file, "all").contains(System.getProperty("corpus.show", ""))) {
            missed.forEach(System.out::println);
            wrong.forEach(line -> System.out.println("WRONG " + line));
        }
        assertEquals(List.of(), wrong);
        assertTrue(lines.size() >= atLeast, lines.size() + " sentences");
        assertTrue(100 * right >= percent * regular, missed::toString);
    }
}
