package de.koblenz.kiosk.service.fim.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.CatalogReader;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyReader;
import de.koblenz.kiosk.service.journey.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A journey that is written as BPMN and read again is the same journey.
class ProcessRoundTripTest {
    private static final Path CONFIG =
            Path.of(System.getProperty("kiosk.project", "."), "kiosk-config");
    private static final long SEED = 20_261_122L;

    @Test
    void everyServiceOfTheTerminalComesBackTheSame() {
        Problems problems = new Problems();
        ServiceCatalog catalog =
                CatalogReader.read(
                        ConfigReader.read(
                                CONFIG.resolve("catalogue.yaml"), "catalogue.yaml", problems));
        Map<String, Journey> journeys =
                new JourneyReader(catalog).readAll(CONFIG.resolve("services"), problems);
        assertEquals(List.of(), problems.sorted());
        assertTrue(journeys.size() >= 2);
        journeys.values()
                .forEach(journey -> {
                    assertEquals(journey, roundTrip(journey, journey.questionnaire().form()));
                    draw(journey.serviceId(), bytes(journey));
                });
    }

    @Test
    void anyJourneyComesBackTheSame() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            Journey journey = journey(random);
            int walk = i;
            // A file that nobody has changed does not change.
            assertArrayEquals(bytes(journey), bytes(journey));
            assertEquals(
                    journey,
                    roundTrip(journey, bare(journey.questionnaire().form())),
                    () -> "walk " + walk + " of seed " + SEED);
        }
    }

    /// Where somebody can look at it.
    private static void draw(String id, byte[] xml) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "processes"));
            Files.write(folder.resolve(id + ".bpmn"), xml);
            Files.writeString(folder.resolve(id + ".svg"), ProcessPicture.svg(xml).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Journey journey) {
        return new ProcessWriter(journey.serviceId(), Optional::of).write(journey);
    }

    /// @param form on which somebody else draws it
    private static Journey roundTrip(Journey journey, FormDefinition form) {
        byte[] xml = bytes(journey);
        Problems problems = new Problems();
        DrawnProcess read =
                new ProcessReader(form, defaults(journey))
                        .read(xml, "prozess.bpmn", problems)
                        .orElseThrow(() ->
                                new AssertionError(
                                        problems.sorted()
                                                + "\n"
                                                + new String(xml, StandardCharsets.UTF_8)));
        return read.journey(journey.serviceId(), journey.charge());
    }

    /// The form before anything was drawn: the conditions of its questions come back from the drawing, and only those within groups are of
    /// the form.
    private static FormDefinition bare(FormDefinition form) {
        return new FormDefinition(
                form.id(),
                form.elements().stream()
                        .<FormElement>map(element ->
                                switch (element) {
                                    case Field field -> field.visibleIf(Condition.always());
                                    case FieldGroup group -> group;
                                })
                        .toList());
    }

    /// What the overlay of the journey's service says.
    private static ProcessDefaults defaults(Journey journey) {
        Optional<Step.Identification> who = journey.step(Step.Identification.class);
        Optional<Step.Submission> where = journey.step(Step.Submission.class);
        return new ProcessDefaults(
                where.map(Step.Submission::destinationId).orElse(""),
                where.map(Step.Submission::leikaKey).orElse(""),
                who.map(Step.Identification::byHand).orElse(false),
                who.map(Step.Identification::optional).orElse(Set.of()),
                journey.step(Step.CopyChoice.class)
                        .map(Step.CopyChoice::offered)
                        .orElse(List.of(Step.Copy.values())),
                journey.step(Step.Printing.class)
                        .map(Step.Printing::papers)
                        .orElse(Set.of(Step.Paper.RECEIPT)),
                Map.of());
    }

    private static Journey journey(Random random) {
        List<FormElement> elements = new ArrayList<>();
        List<QuestionPage> pages = new ArrayList<>();
        List<FieldPath> choices = new ArrayList<>();
        int fields = 1 + random.nextInt(12);
        for (int i = 0; i < fields; i++) {
            Condition visible = condition(random, choices);
            if (random.nextInt(4) == 0) {
                FieldGroup group =
                        new FieldGroup(
                                "group" + i,
                                Occurrence.ONCE,
                                List.of(
                                        Field.of("first", new FieldType.Flag()),
                                        Field.of("second", new FieldType.Flag())
                                                .visibleIf(condition(random, choices))),
                                visible);
                elements.add(group);
                pages.add(
                        new QuestionPage(
                                "page" + i,
                                List.of(
                                        FieldPath.of(group.id()).child("first"),
                                        FieldPath.of(group.id()).child("second"))));
                choices.add(FieldPath.of(group.id()).child("first"));
            } else {
                elements.add(Field.of("field" + i, new FieldType.Flag()).visibleIf(visible));
                pages.add(new QuestionPage("page" + i, List.of(FieldPath.of("field" + i))));
                choices.add(FieldPath.of("field" + i));
            }
        }
        FormDefinition form = new FormDefinition("walk", elements);
        List<Step> steps = new ArrayList<>();
        if (random.nextBoolean()) {
            steps.add(
                    new Step.Identification(
                            random.nextBoolean(),
                            random.nextBoolean() ? Set.of() : Set.of(CardDatum.BIRTH_DATE)));
        }
        steps.add(new Step.Questions(new Questionnaire(form, pages)));
        if (random.nextBoolean()) {
            steps.add(new Step.CopyChoice(List.of(Step.Copy.QR, Step.Copy.NONE)));
        }
        steps.add(new Step.CheckAnswers());
        if (random.nextBoolean()) {
            steps.add(new Step.Payment());
        }
        if (random.nextBoolean()) {
            steps.add(new Step.Submission("7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10", ""));
        }
        if (random.nextBoolean()) {
            steps.add(new Step.Printing(new TreeSet<>(Set.of(Step.Paper.TICKET))));
        }
        steps.add(new Step.Finish());
        return new Journey("walk", new Charge.Free(), steps);
    }

    private static Condition condition(Random random, List<FieldPath> choices) {
        if (choices.isEmpty() || random.nextInt(3) > 0) {
            return Condition.always();
        }
        Condition one = new Condition.Equals(choices.get(random.nextInt(choices.size())), "true");
        return switch (random.nextInt(3)) {
            case 0 -> one;
            case 1 -> new Condition.Not(one);
            default ->
                    new Condition.Any(
                            List.of(
                                    one,
                                    new Condition.Empty(
                                            choices.get(random.nextInt(choices.size())))));
        };
    }
}
