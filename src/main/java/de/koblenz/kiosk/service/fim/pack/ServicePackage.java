package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.fim.FimForm;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.fim.RuleOutcome;
import de.koblenz.kiosk.service.fim.process.DrawnProcess;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.journey.Journey;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a folder with federal files. Immutable.
///
/// @param id name of the folder
/// @param service its entry in the catalogue; fee, trust level and address as the package says
/// @param description texts of the service page
/// @param imported what the schema became, before the overlay
/// @param process how a drawn process was read
/// @param journey its steps; also of a package that cannot be started yet, for previews
/// @param texts full keys and words by BCP 47 tag; the German ones are complete
/// @param forwarding where somebody else does the service
/// @param documents how documents are handed in
/// @param consents declarations that citizens agree to, by field
/// @param print what is on the paper of an order
/// @param retention how long the sealed application may be kept after the authority has it; the terminal erases it at once
/// @param rules what became of each rule, with those that the overlay writes by hand
/// @param notes everything that did not become what a file says, the weightiest first
/// @param problems what has to be mended before it can be started, by file, line and column
public record ServicePackage(
        String id,
        Optional<Leistung> service,
        Optional<LeistungTexts> description,
        Optional<FimForm> imported,
        Optional<DrawnProcess> process,
        Optional<Journey> journey,
        Map<String, Map<String, String>> texts,
        Optional<Forwarding> forwarding,
        HandIn documents,
        Map<FieldPath, Consent> consents,
        PrintTemplate print,
        Period retention,
        List<RuleOutcome> rules,
        List<ImportNote> notes,
        List<Problem> problems) {
    public ServicePackage {
        Map<String, Map<String, String>> copy = new HashMap<>();
        texts.forEach((tag, words) ->
                copy.put(tag, Collections.unmodifiableMap(new LinkedHashMap<>(words))));
        texts = Collections.unmodifiableMap(copy);
        consents = Collections.unmodifiableMap(new LinkedHashMap<>(consents));
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /// A package of which nothing could be read.
    static ServicePackage unread(String id, Optional<Leistung> service, Problem problem) {
        return new ServicePackage(
                id,
                service,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                HandIn.NONE,
                Map.of(),
                PrintTemplate.USUAL,
                Period.ZERO,
                List.of(),
                List.of(),
                List.of(problem));
    }

    /// Whether citizens can be guided through it.
    public boolean startable() {
        return problems.isEmpty() && journey.isPresent() && forwarding.isEmpty();
    }

    /// Whether citizens can be guided through it on a day; its schema may not be valid yet, or not any more.
    public boolean startableOn(LocalDate day) {
        return startable() && closed(day).isEmpty();
    }

    /// The same as if its schema were valid on every day, for previews.
    public ServicePackage unlimited() {
        return new ServicePackage(
                id,
                service,
                description,
                imported.map(FimForm::unlimited),
                process,
                journey,
                texts,
                forwarding,
                documents,
                consents,
                print,
                retention,
                rules,
                notes,
                problems);
    }

    /// Why its schema keeps it from being started on a day; empty where it does not.
    public Optional<Problem> closed(LocalDate day) {
        return forwarding.isPresent()
                ? Optional.empty()
                : imported.flatMap(form -> form.identity().validity().problem(day));
    }

    /// Whether its page can lead to the site of somebody else.
    public boolean forwards() {
        return problems.isEmpty() && forwarding.isPresent();
    }

    /// All words in a language, German where it has none.
    public Map<String, String> words(String tag) {
        Map<String, String> words =
                new LinkedHashMap<>(texts.getOrDefault(LocalizedText.GERMAN, Map.of()));
        words.putAll(texts.getOrDefault(tag, Map.of()));
        return words;
    }
}
