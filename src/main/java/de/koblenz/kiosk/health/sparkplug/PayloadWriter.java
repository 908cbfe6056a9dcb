package de.koblenz.kiosk.health.sparkplug;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes a payload; the numbers are the fields of Sparkplug 3.0 §6.4.1.
final class PayloadWriter {
    /// Usual length of a birth.
    private static final int USUAL = 1024;

    private PayloadWriter() {}

    static byte[] write(SparkplugPayload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes, USUAL);
            if (payload.timestamp().isPresent()) {
                out.writeUInt64(1, millis(payload.timestamp().get()));
            }
            for (SparkplugMetric metric : payload.metrics()) {
                out.writeByteArray(2, metric(metric));
            }
            if (payload.seq().isPresent()) {
                out.writeUInt64(3, payload.seq().getAsInt());
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] metric(SparkplugMetric metric) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes, 64);
        if (metric.name().isPresent()) {
            out.writeByteArray(1, metric.name().get().getBytes(StandardCharsets.UTF_8));
        }
        if (metric.alias().isPresent()) {
            out.writeUInt64(2, metric.alias().getAsLong());
        }
        if (metric.timestamp().isPresent()) {
            out.writeUInt64(3, millis(metric.timestamp().get()));
        }
        if (metric.datatype().isPresent()) {
            out.writeUInt32(4, metric.datatype().get().code());
        }
        if (metric.historical()) {
            out.writeBool(5, true);
        }
        if (metric.passing()) {
            out.writeBool(6, true);
        }
        if (metric.value().isPresent()) {
            write(metric.value().get(), out);
        } else {
            out.writeBool(7, true);
        }
        out.flush();
        return bytes.toByteArray();
    }

    private static void write(MetricValue value, CodedOutputStream out) throws IOException {
        switch (value) {
            case MetricValue.IntValue(int bits) -> out.writeUInt32(10, bits);
            case MetricValue.LongValue(long whole) -> out.writeUInt64(11, whole);
            case MetricValue.FloatValue(float number) -> out.writeFloat(12, number);
            case MetricValue.DoubleValue(double number) -> out.writeDouble(13, number);
            case MetricValue.BooleanValue(boolean flag) -> out.writeBool(14, flag);
            case MetricValue.StringValue(String words) ->
                    out.writeByteArray(15, words.getBytes(StandardCharsets.UTF_8));
            case MetricValue.ForeignValue(int field) ->
                    throw new IllegalArgumentException("no terminal sends field " + field);
        }
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
