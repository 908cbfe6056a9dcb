package de.koblenz.kiosk.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A short name for the exact content of configuration folders, by which the data centre sees which
/// terminals run the same configuration.
public final class ConfigurationHash {
    /// Bytes of SHA-256 that are kept: 64 bits tell configurations of a fleet apart.
    private static final int KEPT_BYTES = 8;

    private ConfigurationHash() {}

    /// Files that are each terminal's own, so that terminals with the same configuration have the same hash.
    private static final Set<String> OWN = Set.of("terminal.yaml", "health.yaml");

    /// Hashes names and contents of all files, independent of the order of the file system. Left out are hidden
    /// files, whatever lies in a folder `secrets`, and `terminal.yaml` and `health.yaml`, which are each terminal's own.
    ///
    /// @return 16 hexadecimal digits
    public static String of(List<Path> folders) throws IOException {
        MessageDigest digest = sha256();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                byte[] content = Files.readAllBytes(file);
                String head = shown(folder, file) + "\0" + content.length + "\0";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !left(folder.relativize(file)))
                    .sorted((a, b) -> shown(folder, a).compareTo(shown(folder, b)))
                    .toList();
        }
    }

    private static boolean left(Path relative) {
        if (OWN.contains(relative.toString())) {
            return true;
        }
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.equals("secrets")) {
                return true;
            }
        }
        return false;
    }

    private static String shown(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
