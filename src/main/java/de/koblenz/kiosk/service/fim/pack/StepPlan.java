package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an overlay says of the steps around the questions.
///
/// @param identified whether people may identify themselves where a field is filled in from the card
/// @param byHand whether typing is enough instead
/// @param optional what need not be read from the card
/// @param copies ways to take a copy along
/// @param papers what is printed
/// @param destination of FIT-Connect, or empty
/// @param leika 14 digits, or empty
record StepPlan(
        boolean identified,
        boolean byHand,
        Set<CardDatum> optional,
        List<Step.Copy> copies,
        Set<Step.Paper> papers,
        String destination,
        String leika) {
    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    StepPlan {
        optional = Set.copyOf(optional);
        copies = List.copyOf(copies);
        papers = Set.copyOf(papers);
    }

    /// Reads `identification`, `copy`, `printing` and `destination`.
    ///
    /// @param typed whether the trust level is content with what is typed
    /// @param form with all changes
    static StepPlan read(ConfigNode root, boolean typed, String leika, FormDefinition form) {
        String destination =
                root.at("destination")
                        .text(UUID, "a destination of FIT-Connect (a UUID, small letters)");
        Optional<ConfigNode> who = root.find("identification");
        boolean none = who.filter(node -> !node.isMapping()).isPresent();
        who.filter(_ -> none)
                .filter(node -> !node.text().equals("none"))
                .ifPresent(node ->
                        node.report("expected none, or byHand and optional", "PKG-IDENTIFICATION"));
        boolean byHand =
                who.filter(ConfigNode::isMapping)
                        .flatMap(node -> node.find("byHand"))
                        .map(ConfigNode::flag)
                        .orElse(typed);
        Set<CardDatum> asked = asked(form);
        Set<CardDatum> optional =
                who.filter(ConfigNode::isMapping)
                        .flatMap(node -> node.find("optional"))
                        .map(list -> optional(list, asked))
                        .orElse(Set.of());
        who.filter(ConfigNode::isMapping).ifPresent(ConfigNode::noOthers);
        boolean identified = !none && !asked.isEmpty();
        if (who.isPresent() && !none && asked.isEmpty()) {
            who.get()
                    .report(
                            "no field of the form is filled in from the card",
                            "PKG-IDENTIFICATION");
        }
        if (!typed && (!identified || byHand)) {
            who.orElse(root)
                    .report(
                            "the trust level asks for the identity card: at least one field is"
                                    + " filled in from it (prefill), and byHand is false",
                            "PKG-TRUST");
        }
        return new StepPlan(
                identified,
                byHand,
                optional,
                root.find("copy").map(StepPlan::copies).orElse(List.of(Step.Copy.values())),
                root.find("printing").map(StepPlan::papers).orElse(Set.of(Step.Paper.RECEIPT)),
                destination,
                leika);
    }

    private static Set<CardDatum> asked(FormDefinition form) {
        Set<CardDatum> asked = EnumSet.noneOf(CardDatum.class);
        form.all()
                .values()
                .forEach(element -> {
                    if (element instanceof Field field) {
                        CardDatum.bySource(field.prefill()).ifPresent(asked::add);
                    }
                });
        return asked;
    }

    private static Set<CardDatum> optional(ConfigNode list, Set<CardDatum> asked) {
        Set<CardDatum> optional = EnumSet.noneOf(CardDatum.class);
        for (ConfigNode item : list.items()) {
            Optional<CardDatum> datum = CardDatum.bySource(item.text()).filter(asked::contains);
            datum.ifPresent(optional::add);
            if (datum.isEmpty()) {
                item.report(
                        "no field is filled in from '"
                                + item.text()
                                + "'"
                                + ConfigNode.suggestion(
                                        item.text(),
                                        asked.stream().map(CardDatum::source).toList()),
                        "PKG-IDENTIFICATION");
            }
        }
        return optional;
    }

    private static List<Step.Copy> copies(ConfigNode list) {
        List<Step.Copy> offered =
                list.items().stream().map(item -> item.oneOf(Step.Copy.class)).toList();
        if (offered.isEmpty() && list.isList()) {
            list.report("expected a list of paper, qr, none", "PKG-STEPS");
        }
        return offered.isEmpty() ? List.of(Step.Copy.values()) : offered;
    }

    private static Set<Step.Paper> papers(ConfigNode list) {
        Set<Step.Paper> papers = new LinkedHashSet<>();
        for (ConfigNode item : list.items()) {
            Step.Paper paper = item.oneOf(Step.Paper.class);
            if (paper == Step.Paper.TICKET) {
                item.report("tickets belong to services with places and times", "PKG-STEPS");
            } else {
                papers.add(paper);
            }
        }
        return papers.isEmpty() ? Set.of(Step.Paper.RECEIPT) : papers;
    }

    /// The usual steps, where no process is drawn.
    List<Step> usual(FormDefinition form, List<QuestionPage> pages, Charge charge) {
        List<Step> steps = new ArrayList<>();
        if (identified) {
            steps.add(new Step.Identification(byHand, optional));
        }
        steps.add(new Step.Questions(new Questionnaire(form, pages)));
        steps.add(new Step.CopyChoice(copies));
        steps.add(new Step.CheckAnswers());
        if (!(charge instanceof Charge.Free)) {
            steps.add(new Step.Payment());
        }
        steps.add(new Step.Submission(destination, leika));
        steps.add(new Step.Printing(papers));
        steps.add(new Step.Finish());
        return steps;
    }
}
