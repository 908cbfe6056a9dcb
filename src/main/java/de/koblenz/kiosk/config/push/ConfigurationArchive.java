package de.koblenz.kiosk.config.push;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks a ZIP archive (PKWARE APPNOTE 6.3.10) that holds `kiosk-config/…` and perhaps `device-profiles/…`. Whoever made it: nothing
/// is written outside of the folder, no link is made, and neither disk nor memory is filled.
final class ConfigurationArchive {
    /// Folder of the configuration in an archive.
    static final String CONFIG = "kiosk-config";

    /// Folder of the device profiles in an archive.
    static final String PROFILES = "device-profiles";

    /// What no other terminal may decide: who it is, and whom it reports to and obeys.
    static final Set<String> OWN = Set.of("terminal.yaml", "health.yaml");

    private static final int MOST_FILES = 4_000;
    private static final long LARGEST_FILE = 8L << 20;
    private static final long LARGEST = 64L << 20;

    /// Parts of plain letters, none of which begins with a dot; at most eight.
    private static final Pattern NAME =
            Pattern.compile(
                    "(kiosk-config|device-profiles)(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,7}/?");

    /// Central directory (§4.3.12) and its end (§4.3.16).
    private static final int ENTRY = 0x02014b50;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;

    /// Kinds of files in the upper half of the external attributes, as `st_mode` has them.
    private static final int KIND = 0xF000;

    private static final Set<Integer> KINDS = Set.of(0, 0x8000, 0x4000);

    private ConfigurationArchive() {}

    /// Unpacks into a folder that is there and empty.
    ///
    /// @throws ArchiveRefused if it is none of a configuration; part of it may have been written
    /// @throws IOException if the disk does not take it
    static void unpack(byte[] zip, Path target) throws IOException, ArchiveRefused {
        Set<String> told = contents(zip);
        Set<String> found = new HashSet<>();
        long total = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = next(in); entry != null; entry = next(in)) {
                String name = entry.getName();
                if (!told.contains(name) || !found.add(name)) {
                    throw new ArchiveRefused(ArchiveRefused.FORM);
                }
                Path file = target.resolve(name);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    total += write(in, file, Math.min(LARGEST_FILE, LARGEST - total));
                }
            }
        }
        if (found.size() != told.size() || !Files.isDirectory(target.resolve(CONFIG))) {
            throw new ArchiveRefused(ArchiveRefused.FORM);
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream in) throws ArchiveRefused {
        try {
            return in.getNextEntry();
        } catch (IOException | IllegalArgumentException _) {
            // It reads memory: only what is packed can be wrong.
            throw new ArchiveRefused(ArchiveRefused.FORM);
        }
    }

    private static long write(InputStream in, Path file, long most)
            throws IOException, ArchiveRefused {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                total += read;
                if (total > most) {
                    throw new ArchiveRefused(ArchiveRefused.SIZE);
                }
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            // What is in force must be whole after a loss of power, too.
            out.force(true);
        }
        return total;
    }

    private static int read(InputStream in, byte[] buffer) throws ArchiveRefused {
        try {
            return in.read(buffer);
        } catch (IOException _) {
            // It reads memory: only what is packed can be wrong.
            throw new ArchiveRefused(ArchiveRefused.FORM);
        }
    }

    /// Names of the central directory, each looked at: the entries themselves do not say what is a link.
    private static Set<String> contents(byte[] zip) throws ArchiveRefused {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(bytes);
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
        if (count > MOST_FILES) {
            throw new ArchiveRefused(ArchiveRefused.SIZE);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (at > end - 46 || bytes.getInt((int) at) != ENTRY) {
                throw new ArchiveRefused(ArchiveRefused.FORM);
            }
            int place = (int) at;
            int length = Short.toUnsignedInt(bytes.getShort(place + 28));
            if (length > end - place - 46) {
                throw new ArchiveRefused(ArchiveRefused.FORM);
            }
            String name = new String(zip, place + 46, length, StandardCharsets.UTF_8);
            require(name, bytes.getInt(place + 38) >>> 16);
            if (!names.add(name)) {
                throw new ArchiveRefused(ArchiveRefused.FORM);
            }
            at +=
                    46L
                            + length
                            + Short.toUnsignedInt(bytes.getShort(place + 30))
                            + Short.toUnsignedInt(bytes.getShort(place + 32));
        }
        return names;
    }

    /// An archive of ours has no comment, so its end is at its end.
    private static int end(ByteBuffer bytes) throws ArchiveRefused {
        int end = bytes.capacity() - END_LENGTH;
        if (end < 0 || bytes.getInt(end) != END) {
            throw new ArchiveRefused(ArchiveRefused.FORM);
        }
        return end;
    }

    private static void require(String name, int mode) throws ArchiveRefused {
        if (!NAME.matcher(name).matches() || !KINDS.contains(mode & KIND)) {
            throw new ArchiveRefused(ArchiveRefused.NAME);
        }
        List<String> parts = List.of(name.split("/", -1));
        if (parts.contains("secrets")) {
            throw new ArchiveRefused(ArchiveRefused.OWN);
        }
        if (parts.size() == 2 && parts.getFirst().equals(CONFIG) && OWN.contains(parts.getLast())) {
            throw new ArchiveRefused(ArchiveRefused.OWN);
        }
    }
}
