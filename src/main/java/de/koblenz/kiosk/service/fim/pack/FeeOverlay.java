package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.FeeByAnswers;
import de.koblenz.kiosk.service.journey.FeeUnit;
import de.koblenz.kiosk.service.journey.FormCheck;
import de.koblenz.kiosk.service.journey.FormCheck.ConditionUse;
import de.koblenz.kiosk.service.journey.Formula;
import de.koblenz.kiosk.service.journey.FormulaText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `fee:` of an overlay, and compares it with what the catalogue says. Not thread-safe: one reading.
final class FeeOverlay {
    /// 10,000 €: more is a slip of the keyboard.
    private static final int MOST_CENTS = 1_000_000;

    private static final List<String> WORDS = List.of("free", "notice", "catalogue");

    private final FormNames names;
    private final Fee known;

    /// @param names of the form as it is with all changes
    /// @param known fee in the catalogue
    FeeOverlay(FormNames names, Fee known) {
        this.names = names;
        this.known = known;
    }

    /// What is paid here, and how the service page words it.
    ///
    /// @param shown empty where the catalogue's words stay
    record Priced(Charge charge, Optional<Fee> shown, Optional<LocalizedText> note) {
        static final Priced FREE =
                new Priced(new Charge.Free(), Optional.empty(), Optional.empty());
    }

    /// The fee; empty where it cannot be read.
    Optional<Priced> read(ConfigNode node) {
        return node.isMapping() ? own(node) : word(node);
    }

    private Optional<Priced> word(ConfigNode node) {
        switch (node.text()) {
            case "free" -> {
                switch (known) {
                    case Fee.Free(), Fee.Tax(), Fee.OnPaper _ -> {
                        return Optional.of(Priced.FREE);
                    }
                    case Fee.Unknown() -> {
                        return Optional.of(
                                new Priced(
                                        new Charge.Free(),
                                        Optional.of(new Fee.Free()),
                                        Optional.empty()));
                    }
                    case Fee.Fixed _,
                            Fee.PerPiece _,
                            Fee.ByArea _,
                            Fee.ByTariff(),
                            Fee.ByAnswers() ->
                            other(node);
                }
            }
            case "notice" -> {
                if (known instanceof Fee.Unknown || known instanceof Fee.Tax) {
                    return Optional.of(Priced.FREE);
                }
                other(node);
            }
            case "catalogue" -> {
                if (known instanceof Fee.Fixed) {
                    return Optional.of(
                            new Priced(new Charge.Fixed(), Optional.empty(), Optional.empty()));
                }
                node.report("the catalogue has no fixed amount for this service", "PKG-FEE");
            }
            default -> {
                if (node.present() && !node.isList()) {
                    node.report(
                            "expected free, notice, catalogue, {cents: 1300}, {table: …} or {formula: …}"
                                    + ConfigNode.suggestion(node.text(), WORDS),
                            "PKG-FEE");
                }
            }
        }
        return Optional.empty();
    }

    private static void other(ConfigNode node) {
        node.report("the catalogue says another fee for this service", "PKG-FEE");
    }

    private Optional<Priced> own(ConfigNode node) {
        Optional<ConfigNode> centsNode = node.find("cents");
        Optional<ConfigNode> formulaNode = node.find("formula");
        Optional<FeeByAnswers.Table> table = node.find("table").flatMap(this::table);
        Map<FieldPath, FeeUnit> units = node.find("units").map(this::units).orElse(Map.of());
        List<FeeByAnswers.Exemption> exemptions =
                node.find("exemptions").map(this::exemptions).orElse(List.of());
        Optional<LocalizedText> note = node.find("note").map(ConfigNode::localized);
        boolean tabled = node.find("table").isPresent();
        node.noOthers();
        if (centsNode.isPresent() == (formulaNode.isPresent() || tabled)) {
            node.report("expected either cents, or a table, a formula or both", "PKG-FEE");
            return Optional.empty();
        }
        if (centsNode.isPresent()) {
            int cents = centsNode.get().integer(1, MOST_CENTS);
            fits(centsNode.get(), cents);
            Formula formula = new Formula.Constant(BigDecimal.valueOf(cents, 2), FeeUnit.EURO);
            return Optional.of(
                    new Priced(
                            charge(Optional.empty(), formula, exemptions),
                            Optional.of(new Fee.Fixed(cents)),
                            note));
        }
        if (note.isEmpty()) {
            node.report(
                    "the key 'note' is missing: how does the service page word the fee?",
                    "PKG-FEE");
        }
        if (known instanceof Fee.Free
                || known instanceof Fee.Fixed
                || known instanceof Fee.ByTariff) {
            other(node);
        }
        Optional<Formula> formula =
                formulaNode.isEmpty()
                        ? Optional.of(new Formula.OfTable())
                        : formula(formulaNode.get(), units, tabled);
        if (formula.isEmpty() || (tabled && table.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new Priced(
                        charge(table, formula.get(), exemptions),
                        Optional.of(new Fee.ByAnswers()),
                        note));
    }

    private static Charge charge(
            Optional<FeeByAnswers.Table> table,
            Formula formula,
            List<FeeByAnswers.Exemption> exemptions) {
        return new Charge.ByAnswers(new FeeByAnswers(table, formula, exemptions));
    }

    private void fits(ConfigNode node, int cents) {
        boolean same =
                switch (known) {
                    case Fee.Unknown(), Fee.Tax() -> true;
                    case Fee.Fixed(int amount) -> amount == cents;
                    case Fee.OnPaper(int amount) -> amount == cents;
                    case Fee.Free(),
                            Fee.PerPiece _,
                            Fee.ByArea _,
                            Fee.ByTariff(),
                            Fee.ByAnswers() ->
                            false;
                };
        if (!same) {
            other(node);
        }
    }

    private Optional<FeeByAnswers.Table> table(ConfigNode node) {
        ConfigNode fieldNode = node.at("field");
        ConfigNode centsNode = node.at("cents");
        node.noOthers();
        Optional<FieldPath> path =
                names.field(fieldNode.present() ? fieldNode.text() : "", fieldNode);
        Map<String, Integer> cents = new LinkedHashMap<>();
        centsNode
                .entries()
                .forEach((code, amount) -> cents.put(code, amount.integer(0, MOST_CENTS)));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (!(names.all().get(path.get()) instanceof Field field
                && field.type() instanceof FieldType.Choice(var codes)
                && names.form().repeatedAbove(path.get()).isEmpty())) {
            fieldNode.report(
                    "'" + path.get() + "' must be a choice that is not repeated", "PKG-FEE");
            return Optional.empty();
        }
        List<String> all = codes.codes().stream().map(code -> code.code()).toList();
        for (String code : cents.keySet()) {
            if (!all.contains(code)) {
                centsNode
                        .key(code)
                        .report(
                                "'"
                                        + path.get()
                                        + "' can never be '"
                                        + code
                                        + "'"
                                        + ConfigNode.suggestion(code, all),
                                "PKG-FEE");
            }
        }
        List<String> missing = all.stream().filter(code -> !cents.containsKey(code)).toList();
        if (!missing.isEmpty() && centsNode.present()) {
            centsNode.report(
                    "no amount for "
                            + String.join(", ", missing.stream().limit(5).toList())
                            + (missing.size() > 5 ? " and " + (missing.size() - 5) + " more" : ""),
                    "PKG-FEE");
        }
        return Optional.of(new FeeByAnswers.Table(path.get(), cents));
    }

    private Map<FieldPath, FeeUnit> units(ConfigNode node) {
        Map<FieldPath, FeeUnit> units = new HashMap<>();
        node.entries()
                .forEach((name, unitNode) -> {
                    Optional<FieldPath> path = names.field(name, node.key(name));
                    Optional<FeeUnit> unit = FeeUnit.parse(unitNode.text());
                    if (unit.isEmpty() && unitNode.present()) {
                        unitNode.report(
                                "'" + unitNode.text() + "' is no unit such as mm, m², kg or day",
                                "PKG-FEE");
                    }
                    path.ifPresent(at -> unit.ifPresent(it -> units.put(at, it)));
                });
        return units;
    }

    private List<FeeByAnswers.Exemption> exemptions(ConfigNode list) {
        List<FeeByAnswers.Exemption> exemptions = new ArrayList<>();
        List<ConditionUse> uses = new ArrayList<>();
        for (ConfigNode item : list.items()) {
            ConfigNode whenNode = item.at("when");
            ConfigNode nameNode = item.at("name");
            String name = nameNode.text();
            Optional<Condition> when =
                    whenNode.present()
                            ? FormCheck.condition(whenNode).map(names::paths)
                            : Optional.empty();
            item.noOthers();
            if (name.isBlank() && nameNode.present()) {
                nameNode.report("citizens read this on the receipt", "PKG-FEE");
            }
            if (when.isPresent()) {
                // No element of the form: outside of every repeated group.
                uses.add(new ConditionUse(FieldPath.of("fee"), when.get(), false, whenNode));
                exemptions.add(new FeeByAnswers.Exemption(when.get(), name));
            }
        }
        new FormCheck(names.form()).check(uses);
        return exemptions;
    }

    private Optional<Formula> formula(
            ConfigNode node, Map<FieldPath, FeeUnit> units, boolean tabled) {
        try {
            return Optional.of(
                    FormulaText.read(
                            node.text(),
                            name ->
                                    name.equals("table") && tabled
                                            ? Optional.of(new Formula.OfTable())
                                            : names.find(name)
                                                    .filter(this::reckons)
                                                    .map(path ->
                                                            new Formula.OfField(
                                                                    path, unit(path, units))),
                            name ->
                                    names.find(name)
                                            .filter(this::counts)
                                            .map(Formula.Entries::new)));
        } catch (FormulaText.Wrong e) {
            node.report("this is no formula: " + e.getMessage(), "PKG-FEE");
            return Optional.empty();
        }
    }

    /// Whether it is a repeated group by itself: one within another has a number of entries in each entry of that.
    private boolean counts(FieldPath path) {
        return names.all().get(path) instanceof FieldGroup group
                && group.occurrence().repeated()
                && names.form().repeatedAbove(path).equals(List.of(path));
    }

    private boolean reckons(FieldPath path) {
        return names.all().get(path) instanceof Field field
                && FeeByAnswers.reckons(field.type())
                && names.form().repeatedAbove(path).isEmpty();
    }

    private FeeUnit unit(FieldPath path, Map<FieldPath, FeeUnit> units) {
        boolean money =
                names.all().get(path) instanceof Field field
                        && field.type() instanceof FieldType.Money;
        return money ? FeeUnit.EURO : units.getOrDefault(path, FeeUnit.NONE);
    }
}
