package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.catalog.LeikaKey;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.PageRoom;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.form.Questionnaire;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `steps:` of a service.
final class StepReader {
    private static final List<String> NAMES =
            List.of(
                    "venue",
                    "slot",
                    "tariffs",
                    "identification",
                    "questions",
                    "copy",
                    "check",
                    "payment",
                    "submission",
                    "printing",
                    "finish");
    private static final String LEIKA = "99[0-9]{12}";
    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final FormDefinition form;
    private final Optional<Leistung> service;
    private final Map<FieldPath, FormElement> all;
    private final Set<FieldPath> asked = new HashSet<>();

    /// Makes a reader of the steps around a form.
    ///
    /// @param service in the catalogue, where it is known
    StepReader(FormDefinition form, Optional<Leistung> service) {
        this.form = form;
        this.service = service;
        this.all = form.all();
    }

    /// The steps in the order of the file as far as they are in order.
    List<Step> read(ConfigNode list) {
        List<Step> steps = new ArrayList<>();
        boolean unreadable = false;
        for (ConfigNode item : list.items()) {
            Optional<Step> step = step(item);
            if (step.isEmpty()) {
                unreadable = true;
                continue;
            }
            if (!steps.isEmpty() && step.get().rank() <= steps.getLast().rank()) {
                item.report(
                        "this step stands twice or too late; the order is "
                                + String.join(", ", NAMES),
                        "JRN-STEP-ORDER");
            } else {
                steps.add(step.get());
            }
        }
        if (list.isList() && !unreadable) {
            needed(list, steps);
        }
        return steps;
    }

    private Optional<Step> step(ConfigNode item) {
        Map<String, ConfigNode> entries = item.isMapping() ? item.entries() : Map.of();
        if (item.isMapping() && entries.size() != 1) {
            item.report("expected one step per item of the list", "JRN-STEP");
            return Optional.empty();
        }
        String name = item.isMapping() ? entries.keySet().iterator().next() : item.text();
        ConfigNode content = item.isMapping() ? item.at(name) : item;
        Optional<Step> step =
                switch (name) {
                    case "identification" -> Optional.of(identification(content));
                    case "questions" -> Optional.of(questions(content));
                    case "copy" -> copy(content);
                    case "submission" -> Optional.of(submission(content));
                    case "printing" -> printing(content);
                    case "venue" -> Optional.of(new Step.Venue());
                    case "slot" -> Optional.of(new Step.Slot());
                    case "tariffs" -> Optional.of(new Step.Tariffs());
                    case "check" -> Optional.of(new Step.CheckAnswers());
                    case "payment" -> Optional.of(new Step.Payment());
                    case "finish" -> Optional.of(new Step.Finish());
                    default -> {
                        item.report(
                                "there is no step '"
                                        + name
                                        + "'"
                                        + ConfigNode.suggestion(name, NAMES),
                                "JRN-STEP");
                        yield Optional.empty();
                    }
                };
        if (item.isMapping() && step.filter(StepReader::bare).isPresent()) {
            content.report("the step '" + name + "' has no settings", "JRN-STEP");
        }
        return step;
    }

    private static boolean bare(Step step) {
        return switch (step) {
            case Step.Venue(),
                    Step.Slot(),
                    Step.Tariffs(),
                    Step.CheckAnswers(),
                    Step.Payment(),
                    Step.Finish() ->
                    true;
            case Step.Identification _,
                    Step.Questions _,
                    Step.CopyChoice _,
                    Step.Submission _,
                    Step.Printing _ ->
                    false;
        };
    }

    private static Optional<Step> copy(ConfigNode node) {
        List<Step.Copy> offered =
                node.items().stream().map(item -> item.oneOf(Step.Copy.class)).toList();
        if (offered.isEmpty() && node.isList()) {
            node.report("expected a list of paper, qr, none", "JRN-STEP");
        }
        return offered.isEmpty() ? Optional.empty() : Optional.of(new Step.CopyChoice(offered));
    }

    private static Optional<Step> printing(ConfigNode node) {
        Set<Step.Paper> papers = new LinkedHashSet<>();
        node.items().forEach(item -> papers.add(item.oneOf(Step.Paper.class)));
        if (papers.isEmpty() && node.isList()) {
            node.report("expected a list of ticket, receipt", "JRN-STEP");
        }
        return papers.isEmpty() ? Optional.empty() : Optional.of(new Step.Printing(papers));
    }

    private Step submission(ConfigNode node) {
        String destination =
                node.at("destination")
                        .text(UUID, "a destination of FIT-Connect (a UUID, small letters)");
        Optional<ConfigNode> leikaNode = node.find("leika");
        String leika =
                leikaNode
                        .map(key -> key.text(LEIKA, "a LeiKa key (14 digits, 99 first)"))
                        .orElse("");
        node.noOthers();
        boolean wellFormed = leika.isEmpty() || LeikaKey.parse(leika).isPresent();
        String known = service.flatMap(Leistung::leika).map(LeikaKey::digits).orElse("");
        if (service.isPresent() && wellFormed && !leika.equals(known)) {
            leikaNode
                    .orElse(node)
                    .report("the LeiKa key is not that of the catalogue", "JRN-LEIKA");
        }
        return new Step.Submission(destination, leika);
    }

    private Step identification(ConfigNode node) {
        boolean byHand = node.at("byHand").flag();
        Set<CardDatum> optional = EnumSet.noneOf(CardDatum.class);
        Set<CardDatum> asked = EnumSet.noneOf(CardDatum.class);
        all.values()
                .forEach(element -> {
                    if (element instanceof Field field) {
                        CardDatum.bySource(field.prefill()).ifPresent(asked::add);
                    }
                });
        if (asked.isEmpty()) {
            node.report("no field of the form is filled in from the card", "JRN-IDENTIFICATION");
        }
        for (ConfigNode item : node.find("optional").map(ConfigNode::items).orElse(List.of())) {
            Optional<CardDatum> datum = CardDatum.bySource(item.text());
            if (datum.isEmpty() || !asked.contains(datum.get())) {
                item.report(
                        "no field is filled in from '"
                                + item.text()
                                + "'"
                                + ConfigNode.suggestion(
                                        item.text(),
                                        asked.stream().map(CardDatum::source).toList()),
                        "JRN-IDENTIFICATION");
            } else {
                optional.add(datum.get());
            }
        }
        node.noOthers();
        return new Step.Identification(byHand, optional);
    }

    private Step questions(ConfigNode list) {
        List<QuestionPage> pages = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (ConfigNode item : list.items()) {
            ConfigNode keyNode = item.at("page");
            String key =
                    keyNode.text(FormElement.ID.pattern(), "a key of letters, digits, _ and -");
            ConfigNode fieldsNode = item.at("fields");
            List<FieldPath> fields = fields(fieldsNode);
            if (fieldsNode.isList() && fieldsNode.items().isEmpty()) {
                fieldsNode.report("the page asks nothing", "JRN-PAGE-EMPTY");
            }
            if (!PageRoom.holds(all, fields)) {
                fieldsNode.report(
                        "a page has one field to choose, or at most "
                                + PageRoom.MOST_ENTRIES
                                + " entries (a date has three): make two pages of it",
                        "JRN-PAGE-FULL");
            }
            if (!keys.add(key)) {
                keyNode.report("the page '" + key + "' stands twice", "JRN-PAGE-TWICE");
            } else if (!fields.isEmpty() && key.matches(FormElement.ID.pattern())) {
                pages.add(new QuestionPage(key, fields));
            }
            item.noOthers();
        }
        all.forEach((path, element) -> {
            if (element instanceof Field field
                    && field.kind() != FieldKind.HIDDEN
                    && !asked.contains(path)) {
                list.report("no page asks for '" + path + "'", "JRN-FIELD-UNASKED");
            }
        });
        return new Step.Questions(new Questionnaire(form, pages));
    }

    private List<FieldPath> fields(ConfigNode list) {
        List<FieldPath> fields = new ArrayList<>();
        for (ConfigNode item : list.items()) {
            Optional<FieldPath> path = FormReader.path(item);
            if (path.isEmpty()) {
                continue;
            }
            FormElement element = all.get(path.get());
            boolean repeated = element instanceof FieldGroup group && group.occurrence().repeated();
            if (!(element instanceof Field) && !repeated) {
                item.report(
                        new FormCheck(form).unknown(path.get().toString()), "JRN-FIELD-UNKNOWN");
            } else if (!asked.add(path.get())) {
                item.report("'" + path.get() + "' is asked twice", "JRN-FIELD-TWICE");
            } else if (!fields.isEmpty() && !around(fields.getFirst()).equals(around(path.get()))) {
                item.report(
                        "the fields of a page lie in the same repeated group or in none",
                        "JRN-PAGE-GROUPS");
            } else {
                fields.add(path.get());
            }
        }
        return fields;
    }

    /// The repeated groups around, without the element itself.
    private List<FieldPath> around(FieldPath path) {
        List<FieldPath> groups = new ArrayList<>(form.repeatedAbove(path));
        groups.remove(path);
        return groups;
    }

    private static void needed(ConfigNode list, List<Step> steps) {
        Set<Class<?>> kinds = new HashSet<>();
        steps.forEach(step -> kinds.add(step.getClass()));
        require(list, kinds.contains(Step.Finish.class), "'finish' is missing at the end");
        boolean binding =
                kinds.contains(Step.Payment.class) || kinds.contains(Step.Submission.class);
        require(
                list,
                !binding || kinds.contains(Step.CheckAnswers.class),
                "'check' is missing: citizens review what they send or pay (§ 9a OZG)");
        require(
                list,
                !kinds.contains(Step.Identification.class) || kinds.contains(Step.Questions.class),
                "'questions' is missing: what the card does not say is asked");
        boolean booked = kinds.contains(Step.Venue.class);
        require(
                list,
                booked == kinds.contains(Step.Slot.class)
                        && booked == kinds.contains(Step.Tariffs.class),
                "'venue', 'slot' and 'tariffs' belong together");
    }

    private static void require(ConfigNode list, boolean fulfilled, String message) {
        if (!fulfilled) {
            list.report(message, "JRN-STEP-MISSING");
        }
    }
}
