package de.koblenz.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key of what is sealed at rest: 32 random bytes in a file of the data folder that only the terminal's own user
/// may read. It is in no backup of the database.
public final class KeyFile {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /// Reads the key, or makes it at the first time.
    ///
    /// @throws IOException if the file cannot be read or made, is no key, or can be read by others
    public static SecretKey open(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            throw new IOException("others may read the key " + file.getFileName());
        }
        byte[] key = Files.readAllBytes(file);
        try {
            if (key.length != BYTES) {
                throw new IOException("no key: " + file.getFileName());
            }
            return new SecretKeySpec(key, "AES");
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try (FileChannel out =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = ByteBuffer.wrap(key);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (FileAlreadyExistsException _) {
            // Somebody else was faster: that key is it.
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
