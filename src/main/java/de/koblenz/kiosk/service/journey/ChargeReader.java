package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.util.List;
import java.util.Optional;

/// Reads `charge:` of a service and compares it with the fee in the catalogue.
final class ChargeReader {
    private static final List<String> WORDS = List.of("free", "fixed", "tariffs");

    private final FormDefinition form;

    ChargeReader(FormDefinition form) {
        this.form = form;
    }

    /// The charge; empty where it cannot be read.
    Optional<Charge> read(ConfigNode node, Optional<Fee> fee) {
        Optional<Charge> charge = node.isMapping() ? byArea(node) : word(node);
        if (charge.isPresent() && fee.filter(known -> !fits(charge.get(), known)).isPresent()) {
            node.report("the catalogue has another kind of fee for this service", "JRN-CHARGE-FEE");
        }
        return charge;
    }

    private static Optional<Charge> word(ConfigNode node) {
        return switch (node.text()) {
            case "free" -> Optional.of(new Charge.Free());
            case "fixed" -> Optional.of(new Charge.Fixed());
            case "tariffs" -> Optional.of(new Charge.ByTariffs());
            default -> {
                if (node.present()) {
                    node.report(
                            "expected free, fixed, tariffs or {byArea: …}"
                                    + ConfigNode.suggestion(node.text(), WORDS),
                            "JRN-CHARGE");
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Charge> byArea(ConfigNode node) {
        ConfigNode area = node.at("byArea");
        Optional<FieldPath> length = millimetres(area.at("length"));
        Optional<FieldPath> width = millimetres(area.at("width"));
        area.noOthers();
        node.noOthers();
        return length.flatMap(l -> width.map(w -> new Charge.ByArea(l, w)));
    }

    private Optional<FieldPath> millimetres(ConfigNode node) {
        Optional<FieldPath> path = FormReader.path(node);
        if (path.isEmpty()) {
            return path;
        }
        Optional<Field> field = form.field(path.get());
        if (field.isEmpty()) {
            node.report(new FormCheck(form).unknown(path.get().toString()), "JRN-FIELD-UNKNOWN");
            return Optional.empty();
        }
        boolean size =
                field.get().type() instanceof FieldType.WholeNumber(long least, long most, var unit)
                        && least >= 1
                        && most <= Fee.ByArea.MOST_MILLIMETRES
                        && unit.equals("mm")
                        && form.repeatedAbove(path.get()).isEmpty();
        if (!size) {
            node.report(
                    "'"
                            + path.get()
                            + "' must be a wholeNumber in mm from 1 to "
                            + Fee.ByArea.MOST_MILLIMETRES
                            + ", not repeated",
                    "JRN-CHARGE-FIELD");
        }
        return path;
    }

    private static boolean fits(Charge charge, Fee fee) {
        return switch (charge) {
            case Charge.Free() ->
                    switch (fee) {
                        case Fee.Free(), Fee.Tax(), Fee.Unknown(), Fee.OnPaper _ -> true;
                        case Fee.Fixed _,
                                Fee.PerPiece _,
                                Fee.ByArea _,
                                Fee.ByTariff(),
                                Fee.ByAnswers() ->
                                false;
                    };
            case Charge.Fixed() -> fee instanceof Fee.Fixed;
            case Charge.ByTariffs() -> fee instanceof Fee.ByTariff;
            case Charge.ByArea _ -> fee instanceof Fee.ByArea;
            case Charge.ByAnswers _ -> true;
        };
    }
}
