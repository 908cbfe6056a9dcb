package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormView;
import java.util.List;
import java.util.Optional;

/// Where the price of a journey comes from. Amounts and rates stand in the catalogue alone ([Fee]), and a journey only
/// says what they are applied to; packages bring theirs along ([FeeByAnswers]).
public sealed interface Charge {
    /// Nothing is paid.
    record Free() implements Charge {}

    /// The catalogue's fixed fee.
    record Fixed() implements Charge {}

    /// The sum of the chosen tariffs.
    record ByTariffs() implements Charge {}

    /// The catalogue's fee by area, of a vehicle.
    ///
    /// @param length field with its length in mm (field 18 of the registration certificate)
    /// @param width field with its width in mm (field 19)
    record ByArea(FieldPath length, FieldPath width) implements Charge {}

    /// A fee that the overlay of a package brings along; the catalogue has another one, or none.
    record ByAnswers(FeeByAnswers fee) implements Charge {}

    /// What is to be paid; empty where an answer that it depends on is missing yet.
    ///
    /// @param name what the one position is called where there are no tariffs, German
    /// @param fee of the service in the catalogue; it fits this charge (checked by [JourneyReader])
    /// @param view answers so far
    /// @param tariffs chosen tariffs; those with count 0 are left out
    /// @throws IllegalArgumentException if the fee is of another kind, or a size that of no vehicle
    default Optional<Bill> bill(String name, Fee fee, FormView view, List<Bill.Position> tariffs) {
        return switch (this) {
            case Free() -> Optional.of(Bill.FREE);
            case Fixed() -> {
                if (!(fee instanceof Fee.Fixed(int cents))) {
                    throw new IllegalArgumentException("the catalogue has no fixed fee");
                }
                yield Optional.of(Bill.of(name, cents));
            }
            case ByTariffs() -> {
                List<Bill.Position> taken =
                        tariffs.stream().filter(tariff -> tariff.count() > 0).toList();
                yield taken.isEmpty() ? Optional.empty() : Optional.of(new Bill(taken));
            }
            case ByArea(FieldPath length, FieldPath width) -> {
                if (!(fee instanceof Fee.ByArea area)) {
                    throw new IllegalArgumentException("the catalogue has no fee by area");
                }
                Optional<Integer> lengthMm = view.value(length).map(Integer::valueOf);
                Optional<Integer> widthMm = view.value(width).map(Integer::valueOf);
                yield lengthMm.flatMap(l -> widthMm.map(w -> Bill.of(name, area.cents(l, w))));
            }
            case ByAnswers(FeeByAnswers own) -> own.bill(name, view);
        };
    }
}
