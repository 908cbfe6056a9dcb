package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.LocalizedText;

/// What a service costs. Amounts are whole euro cents. The wording is a text per kind ([#textKey()]).
public sealed interface Fee {
    /// The service costs nothing.
    record Free() implements Fee {}

    /// One amount for everybody.
    ///
    /// @param cents 1 and more
    record Fixed(int cents) implements Fee {}

    /// Free where it is delivered electronically, not on paper (§ 18(3) BMG).
    ///
    /// @param cents on paper, 1 and more
    record OnPaper(int cents) implements Fee {}

    /// An amount per piece, often less for further pieces ordered with the first.
    ///
    /// @param cents for the first piece, 1 and more
    /// @param furtherCents for each further piece, 0 and more
    /// @param piece what is counted, singular: person, certificate, notice
    record PerPiece(int cents, int furtherCents, LocalizedText piece) implements Fee {
        /// The amount for `pieces` (1 and more) of one order.
        public int cents(int pieces) {
            if (pieces < 1) {
                throw new IllegalArgumentException("pieces: " + pieces);
            }
            return Math.addExact(cents, Math.multiplyExact(pieces - 1, furtherCents));
        }
    }

    /// By the ground that a vehicle covers: the larger of a least amount and
    /// length × width × rate × weeks (Koblenz, resident parking, from 2024-03-01).
    ///
    /// @param leastCents is charged for small vehicles
    /// @param centsPerSquareMetreWeek rate for one square metre and one week
    /// @param weeks weeks of a permit
    record ByArea(int leastCents, int centsPerSquareMetreWeek, int weeks) implements Fee {
        /// Longer and wider than any road vehicle; keeps the arithmetic far from overflow.
        public static final int MOST_MILLIMETRES = 30_000;

        private static final long SQUARE_MILLIMETRES = 1_000_000;

        /// The fee of one vehicle, half a cent rounded up.
        ///
        /// @param lengthMillimetres field 18 of the registration certificate, 1 to [#MOST_MILLIMETRES]
        /// @param widthMillimetres field 19, same range
        public int cents(int lengthMillimetres, int widthMillimetres) {
            long area = inRange(lengthMillimetres) * inRange(widthMillimetres);
            long millionths = area * centsPerSquareMetreWeek * weeks;
            long cents = (millionths + SQUARE_MILLIMETRES / 2) / SQUARE_MILLIMETRES;
            return Math.toIntExact(Math.max(leastCents, cents));
        }

        private static long inRange(int millimetres) {
            if (millimetres < 1 || millimetres > MOST_MILLIMETRES) {
                throw new IllegalArgumentException("not the size of a vehicle: " + millimetres);
            }
            return millimetres;
        }
    }

    /// By a price list that belongs to what is bought (pool tickets); shown before paying.
    record ByTariff() implements Fee {}

    /// It follows from the answers; how, stands in the note.
    record ByAnswers() implements Fee {}

    /// The service itself is free, but a tax follows; its rates stand in the note.
    record Tax() implements Fee {}

    /// The catalogue does not know the amount.
    record Unknown() implements Fee {}

    /// Key of the text that words this fee; placeholders `{amount}`, `{further}` and `{piece}`.
    default String textKey() {
        return switch (this) {
            case Free() -> "fee.free";
            case Fixed(int _) -> "fee.fixed";
            case OnPaper(int _) -> "fee.onPaper";
            case PerPiece(int first, int further, LocalizedText _) ->
                    first == further ? "fee.perPiece" : "fee.perPieceFurther";
            case ByArea(int _, int _, int _) -> "fee.byArea";
            case ByTariff() -> "fee.byTariff";
            case ByAnswers() -> "fee.byAnswers";
            case Tax() -> "fee.tax";
            case Unknown() -> "fee.unknown";
        };
    }
}
