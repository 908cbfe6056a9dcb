package de.koblenz.kiosk.config.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An archive as a test wants it.
public final class Zip {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream out = new ZipOutputStream(bytes);

    public Zip with(String name, String content) throws IOException {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Zip with(String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
        return this;
    }

    /// All files of a folder but those of the given names.
    public Zip with(String name, Path folder, List<String> without) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String relative = folder.relativize(file).toString();
                if (!without.contains(relative)) {
                    with(name + "/" + relative, Files.readAllBytes(file));
                }
            }
        }
        return this;
    }

    public byte[] bytes() throws IOException {
        out.close();
        return bytes.toByteArray();
    }

    /// The same archive with the first entry of the central directory as something else (APPNOTE §4.4.15: `st_mode` in the upper half).
    static byte[] withMode(byte[] zip, int mode) {
        byte[] changed = zip.clone();
        ByteBuffer fields = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        int directory = fields.getInt(zip.length - 22 + 16);
        fields.putInt(directory + 38, mode << 16);
        return changed;
    }
}
