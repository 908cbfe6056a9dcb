package de.koblenz.kiosk.service.journey;

import java.util.List;

/// What a citizen pays and for what.
///
/// @param positions in the order of the receipt; empty where nothing is to be paid
public record Bill(List<Position> positions) {
    public static final Bill FREE = new Bill(List.of());

    /// @throws ArithmeticException if the sum is beyond 21 million euros
    public Bill {
        positions = List.copyOf(positions);
        sum(positions);
    }

    public static Bill of(String name, int cents) {
        return new Bill(List.of(new Position(name, 1, cents)));
    }

    public int cents() {
        return sum(positions);
    }

    private static int sum(List<Position> positions) {
        int sum = 0;
        for (Position position : positions) {
            sum = Math.addExact(sum, Math.multiplyExact(position.count(), position.cents()));
        }
        return sum;
    }

    /// One line of the bill.
    ///
    /// @param name German
    /// @param count 0 or more
    /// @param cents price of one, 0 or more
    public record Position(String name, int count, int cents) {
        public Position {
            if (count < 0 || cents < 0) {
                throw new IllegalArgumentException(count + " × " + cents);
            }
        }
    }
}
