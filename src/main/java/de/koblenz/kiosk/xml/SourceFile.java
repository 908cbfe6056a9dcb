package de.koblenz.kiosk.xml;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A file of a package: on a disk, or as it came from somewhere else. Its content is looked at when it is asked for.
/// Immutable.
public final class SourceFile {
    private final String shown;
    private final Optional<Path> path;
    private final byte[] content;

    private SourceFile(String shown, Optional<Path> path, byte[] content) {
        this.shown = shown;
        this.path = path;
        this.content = content;
    }

    /// A file on a disk.
    ///
    /// @param shown name for problems
    public static SourceFile at(Path path, String shown) {
        return new SourceFile(shown, Optional.of(path), new byte[0]);
    }

    /// A file that is in memory already.
    ///
    /// @param shown name for problems
    /// @param content which nobody changes from then on
    public static SourceFile of(byte[] content, String shown) {
        return new SourceFile(shown, Optional.empty(), content);
    }

    /// Name for problems.
    public String shown() {
        return shown;
    }

    /// The name without that of the folder.
    public String name() {
        return shown.substring(shown.lastIndexOf('/') + 1);
    }

    /// The bytes; refused where there are more than [XmlLimits#USUAL] allows, or they cannot be read.
    public byte[] content() throws XmlRefused {
        Place place = new Place(shown, 1, 1);
        try {
            long size = path.isPresent() ? Files.size(path.get()) : content.length;
            if (size > XmlLimits.USUAL.bytes()) {
                throw new XmlRefused(
                        place,
                        "the file is larger than " + XmlLimits.USUAL.bytes() + " bytes",
                        "FIM-SIZE");
            }
            return path.isPresent() ? Files.readAllBytes(path.get()) : content;
        } catch (NoSuchFileException _) {
            throw new XmlRefused(place, "the file is missing", "FIM-FILE");
        } catch (IOException e) {
            throw new XmlRefused(place, "the file cannot be read: " + e.getMessage(), "FIM-FILE");
        }
    }

    /// The root of a YAML file; mistakes go to `problems`, and an absent node is returned where it cannot be read.
    public ConfigNode yaml(Problems problems) {
        return path.isPresent()
                ? ConfigReader.read(path.get(), shown, problems)
                : ConfigReader.read(content, shown, problems);
    }
}
