package de.koblenz.kiosk.health.sparkplug;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Value of a metric by the way in which it lies on the wire (Sparkplug 3.0 §6.4.1, `Metric.value`). Data messages carry no
/// datatype, so this is all that they tell.
public sealed interface MetricValue {

    /// Field 10.
    ///
    /// @param bits 32 bits; the datatype says whether they are signed
    record IntValue(int bits) implements MetricValue {
        @Override
        public OptionalLong whole() {
            return OptionalLong.of(Integer.toUnsignedLong(bits));
        }
    }

    /// Field 11.
    ///
    /// @param value 64 bits, read as signed; milliseconds since 1970 for a DateTime
    record LongValue(long value) implements MetricValue {
        @Override
        public OptionalLong whole() {
            return OptionalLong.of(value);
        }
    }

    /// Field 12.
    record FloatValue(float value) implements MetricValue {
        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }
    }

    /// Field 13.
    record DoubleValue(double value) implements MetricValue {
        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }
    }

    /// Field 14.
    record BooleanValue(boolean value) implements MetricValue {
        @Override
        public Optional<Boolean> flag() {
            return Optional.of(value);
        }
    }

    /// Field 15.
    record StringValue(String value) implements MetricValue {
        @Override
        public Optional<String> words() {
            return Optional.of(value);
        }
    }

    /// Fields 16 to 19: bytes, data set, template, extension. Read over; no terminal sends one.
    ///
    /// @param field number of the field
    record ForeignValue(int field) implements MetricValue {}

    /// The value as a whole number; empty where it is none. An `IntValue` counts as unsigned.
    default OptionalLong whole() {
        return OptionalLong.empty();
    }

    /// The value as a number with decimals, whole ones included.
    default OptionalDouble number() {
        return whole().isPresent()
                ? OptionalDouble.of((double) whole().getAsLong())
                : OptionalDouble.empty();
    }

    default Optional<Boolean> flag() {
        return Optional.empty();
    }

    default Optional<String> words() {
        return Optional.empty();
    }

    static MetricValue of(long value) {
        return new LongValue(value);
    }

    static MetricValue of(float value) {
        return new FloatValue(value);
    }

    static MetricValue of(boolean value) {
        return new BooleanValue(value);
    }

    static MetricValue of(String value) {
        return new StringValue(value);
    }
}
