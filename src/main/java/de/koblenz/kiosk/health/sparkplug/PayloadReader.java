package de.koblenz.kiosk.health.sparkplug;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads a payload; the numbers are the fields of Sparkplug 3.0 §6.4.1. A field that comes twice counts the last time, as
/// protocol buffers have it. One reader per payload.
final class PayloadReader {
    private final CodedInputStream in;

    private PayloadReader(CodedInputStream in) {
        this.in = in;
    }

    static SparkplugPayload read(byte[] bytes) throws MalformedSparkplugException {
        try {
            return new PayloadReader(CodedInputStream.newInstance(bytes)).payload();
        } catch (CharacterCodingException _) {
            throw new MalformedSparkplugException("text that is not UTF-8");
        } catch (IOException _) {
            throw new MalformedSparkplugException("not protocol buffers");
        }
    }

    private SparkplugPayload payload() throws IOException, MalformedSparkplugException {
        Optional<Instant> timestamp = Optional.empty();
        OptionalInt seq = OptionalInt.empty();
        List<SparkplugMetric> metrics = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case (1 << 3) | VARINT -> timestamp = Optional.of(instant(in.readUInt64()));
                case (2 << 3) | BYTES -> {
                    if (metrics.size() == SparkplugCodec.MOST_METRICS) {
                        throw new MalformedSparkplugException("too many metrics");
                    }
                    int outer = in.pushLimit(in.readRawVarint32());
                    metrics.add(new MetricFields().read());
                    in.checkLastTagWas(0);
                    if (in.getBytesUntilLimit() != 0) {
                        throw new MalformedSparkplugException("a metric that breaks off");
                    }
                    in.popLimit(outer);
                }
                case (3 << 3) | VARINT -> seq = OptionalInt.of(seq(in.readUInt64()));
                default -> skip(tag);
            }
        }
        return new SparkplugPayload(timestamp, seq, metrics);
    }

    private static final int VARINT = WireFormat.WIRETYPE_VARINT;
    private static final int FIXED64 = WireFormat.WIRETYPE_FIXED64;
    private static final int BYTES = WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int FIXED32 = WireFormat.WIRETYPE_FIXED32;

    private static int seq(long value) throws MalformedSparkplugException {
        if (value < 0 || value > SparkplugPayload.LAST_SEQ) {
            throw new MalformedSparkplugException("seq beyond 0 to 255");
        }
        return (int) value;
    }

    private static Instant instant(long millis) throws MalformedSparkplugException {
        if (millis < 0) {
            throw new MalformedSparkplugException("a time past all calendars");
        }
        return Instant.ofEpochMilli(millis);
    }

    /// The decoder of protocol buffers replaces what is no UTF-8; here it is refused.
    private String text() throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(in.readByteArray()))
                .toString();
    }

    private void skip(int tag) throws IOException, MalformedSparkplugException {
        if (!in.skipField(tag)) {
            throw new MalformedSparkplugException("a group ends that none began");
        }
    }

    /// The fields of one metric, as they come.
    private final class MetricFields {
        private @Nullable String name;
        private OptionalLong alias = OptionalLong.empty();
        private @Nullable Instant timestamp;
        private Optional<Datatype> datatype = Optional.empty();
        private boolean historical;
        private boolean passing;
        private boolean nothing;
        private @Nullable MetricValue value;

        SparkplugMetric read() throws IOException, MalformedSparkplugException {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (tag) {
                    case (1 << 3) | BYTES -> name = text();
                    case (2 << 3) | VARINT -> alias = OptionalLong.of(in.readUInt64());
                    case (3 << 3) | VARINT -> timestamp = instant(in.readUInt64());
                    case (4 << 3) | VARINT -> datatype = Datatype.of(in.readUInt32());
                    case (5 << 3) | VARINT -> historical = in.readBool();
                    case (6 << 3) | VARINT -> passing = in.readBool();
                    case (7 << 3) | VARINT -> nothing = in.readBool();
                    case (10 << 3) | VARINT -> value = new MetricValue.IntValue(in.readUInt32());
                    case (11 << 3) | VARINT -> value = new MetricValue.LongValue(in.readUInt64());
                    case (12 << 3) | FIXED32 -> value = new MetricValue.FloatValue(in.readFloat());
                    case (13 << 3) | FIXED64 ->
                            value = new MetricValue.DoubleValue(in.readDouble());
                    case (14 << 3) | VARINT -> value = new MetricValue.BooleanValue(in.readBool());
                    case (15 << 3) | BYTES -> value = new MetricValue.StringValue(text());
                    case (16 << 3) | BYTES,
                            (17 << 3) | BYTES,
                            (18 << 3) | BYTES,
                            (19 << 3) | BYTES -> {
                        value = new MetricValue.ForeignValue(WireFormat.getTagFieldNumber(tag));
                        skip(tag);
                    }
                    default -> skip(tag);
                }
            }
            if (!nothing && value == null) {
                throw new MalformedSparkplugException("a metric with neither value nor is_null");
            }
            return new SparkplugMetric(
                    Optional.ofNullable(name),
                    alias,
                    Optional.ofNullable(timestamp),
                    datatype,
                    nothing ? Optional.empty() : Optional.ofNullable(value),
                    historical,
                    passing);
        }
    }
}
