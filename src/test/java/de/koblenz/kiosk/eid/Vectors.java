package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.tlv.Octets;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// Published test vectors, by name.
public final class Vectors {
    private final Properties values = new Properties();

    private Vectors(String file) {
        try (InputStreamReader in =
                new InputStreamReader(
                        Objects.requireNonNull(Vectors.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Vectors workedExample() {
        return new Vectors("worked-example.properties");
    }

    public static Vectors testPki() {
        return new Vectors("test-pki.properties");
    }

    public Octets get(String name) {
        return Octets.ofHex(Objects.requireNonNull(values.getProperty(name), name));
    }
}
