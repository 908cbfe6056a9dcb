package de.koblenz.kiosk.device.printer;

import java.util.OptionalInt;

/// An estimate of the paper in a printer, from what was printed and what the sensors say.
///
/// @param millimetres paper left; empty if nobody knows
/// @param prints papers of usual length that it is enough for; empty if nobody knows
public record PaperSupply(OptionalInt millimetres, OptionalInt prints) {
    public static final PaperSupply UNKNOWN =
            new PaperSupply(OptionalInt.empty(), OptionalInt.empty());

    /// A length of paper and a fifth more: what must be there before it is sold, since the sensors are not exact.
    public static int withReserve(int millimetres) {
        return Math.ceilDiv(millimetres * 6, 5);
    }
}
