package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of a package as bytes.
final class XmlFile {
    private XmlFile() {}

    /// The content; refused where it is larger than [XmlCursor#MOST_BYTES].
    ///
    /// @param shown name for problems
    static byte[] content(Path file, String shown) throws XmlRefused {
        Place place = new Place(shown, 1, 1);
        try {
            if (Files.size(file) > XmlCursor.MOST_BYTES) {
                throw new XmlRefused(
                        place,
                        "the file is larger than " + XmlCursor.MOST_BYTES + " bytes",
                        "FIM-SIZE");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            throw new XmlRefused(place, "the file is missing", "FIM-FILE");
        } catch (IOException e) {
            throw new XmlRefused(place, "the file cannot be read: " + e.getMessage(), "FIM-FILE");
        }
    }

    /// SHA-256 in 64 hexadecimal digits.
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it.
            throw new IllegalStateException(e);
        }
    }
}
