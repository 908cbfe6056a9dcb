package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.fim.CodeLists;
import de.koblenz.kiosk.service.fim.FimForm;
import de.koblenz.kiosk.service.fim.SchemaImport;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import de.koblenz.kiosk.xml.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Forms as federal schemata have them, beside the shipped services: the two invented fixtures, imported by the real
/// readers, and [WideForm] with everything else that a form can ask. Their words are German in every language.
public final class FederalForms {
    private static final Path FOLDER =
            Path.of(System.getProperty("kiosk.project", "."), "src/test/resources/fim");
    private static final String DOG = "erfundene-hundeanmeldung";
    private static final String GRAVE = "erfundene-grababmeldung";

    private static final Map<String, String> TEXTS = new HashMap<>();
    private static final Map<String, Journey> JOURNEYS = journeys();

    private FederalForms() {}

    private static Map<String, Journey> journeys() {
        Map<String, Journey> all = new HashMap<>();
        for (String id : List.of(DOG, GRAVE)) {
            FimForm form = read(id + (id.equals(DOG) ? ".xdf3.xml" : ".xdf2.xml"));
            form.texts().forEach((key, words) -> TEXTS.put("service." + id + "." + key, words));
            all.put(id, journey(id, form.form(), form.pages()));
        }
        WideForm.texts()
                .forEach((key, words) -> TEXTS.put("service." + WideForm.ID + "." + key, words));
        all.put(WideForm.ID, journey(WideForm.ID, WideForm.form(), WideForm.pages()));
        WideForm.longTexts()
                .forEach((key, words) ->
                        TEXTS.put("service." + WideForm.LONG_ID + "." + key, words));
        all.put(
                WideForm.LONG_ID,
                journey(WideForm.LONG_ID, WideForm.longForm(), WideForm.longPages()));
        return all;
    }

    /// Ids of the services whose pages are walked.
    public static List<String> ids() {
        return List.of(DOG, GRAVE, WideForm.ID);
    }

    private static Journey journey(String id, FormDefinition form, List<QuestionPage> pages) {
        return new Journey(
                id,
                new Charge.Free(),
                List.of(
                        new Step.Questions(new Questionnaire(form, pages)),
                        new Step.CheckAnswers(),
                        new Step.Submission("7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10", ""),
                        new Step.Finish()));
    }

    private static FimForm read(String name) {
        Problems problems = new Problems();
        try (Stream<Path> files = Files.list(FOLDER.resolve("codelisten"))) {
            CodeLists lists =
                    CodeLists.read(
                            files.sorted()
                                    .map(file ->
                                            SourceFile.at(file, "codelisten/" + file.getFileName()))
                                    .toList(),
                            problems);
            return SchemaImport.read(SourceFile.at(FOLDER.resolve(name), name), lists, problems)
                    .orElseThrow(() -> new AssertionError(problems.sorted()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The shipped services and these.
    static Map<String, Journey> beside(Map<String, Journey> shipped) {
        Map<String, Journey> all = new HashMap<>(shipped);
        all.putAll(JOURNEYS);
        return all;
    }

    /// The shipped catalogue and these, which no tile leads to.
    static ServiceCatalog beside(ServiceCatalog shipped) {
        List<Leistung> all = new ArrayList<>(shipped.all());
        Leistung like = shipped.find("bewohnerparkausweis").orElseThrow();
        for (String id : JOURNEYS.keySet()) {
            all.add(
                    new Leistung(
                            id,
                            Optional.empty(),
                            like.name(),
                            like.shortName(),
                            like.summary(),
                            like.office(),
                            like.status(),
                            Optional.empty(),
                            new Fee.Free(),
                            Optional.empty(),
                            Optional.empty(),
                            like.provenance(),
                            Optional.empty(),
                            like.page()));
        }
        return new ServiceCatalog(shipped.offices(), all);
    }

    /// The shipped texts and theirs.
    static Locales beside(Locales shipped) {
        Map<String, Texts> byTag = new HashMap<>();
        for (String tag : shipped.tags()) {
            Map<String, String> words = new HashMap<>(TEXTS);
            Texts texts = shipped.texts(tag);
            texts.keys().forEach(key -> words.put(key, texts.of(key)));
            byTag.put(tag, new Texts(texts.locale(), words));
        }
        Texts german = Objects.requireNonNull(byTag.get("de"));
        byTag.replaceAll((tag, own) -> tag.equals("de") ? own : own.over(german));
        return new Locales(shipped.tags(), byTag);
    }
}
