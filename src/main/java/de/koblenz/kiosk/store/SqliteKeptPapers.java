package de.koblenz.kiosk.store;

import de.koblenz.kiosk.device.printer.DocumentCodec;
import de.koblenz.kiosk.device.printer.KeptPapers;
import de.koblenz.kiosk.device.printer.PrintJob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Kept papers in SQLite, each sealed ([RestSeal]) and bound to its job and its time, together with
/// the hash of job and document, by which the printer knows it again. The key lies in a file of its own beside the
/// database ([KeyFile]). What is erased is overwritten. Thread-safe.
public final class SqliteKeptPapers implements KeptPapers {
    /// SHA-256 in hex.
    private static final int HASH_CHARACTERS = 64;

    private final Database database;
    private final RestSeal seal;
    private final InstantSource clock;

    /// One row; bytes in hex.
    private record Row(Kept kept, String nonce, String sealed) {}

    /// @param key 256 bits, from [KeyFile#open(java.nio.file.Path)]
    public SqliteKeptPapers(Database database, SecretKey key, InstantSource clock) {
        this.database = database;
        this.seal = new RestSeal(key);
        this.clock = clock;
    }

    @Override
    public void keep(PrintJob job, Instant until) throws IOException {
        Optional<Kept> before =
                kept().stream().filter(kept -> kept.jobId().equals(job.id())).findFirst();
        Instant keptAt = before.map(Kept::keptAt).orElse(clock.instant());
        Instant end = before.map(Kept::until).filter(other -> other.isAfter(until)).orElse(until);
        Kept kept = new Kept(job.id(), keptAt, end);
        byte[] nonce = seal.nonce();
        byte[] sealed = seal.seal(nonce, bound(kept), content(job));
        database.transact(sql ->
                Sql.change(
                        sql,
                        "INSERT OR REPLACE INTO kept_paper VALUES (?, ?, ?, ?, ?)",
                        kept.jobId(),
                        kept.keptAt().toString(),
                        kept.until().toString(),
                        nonce,
                        sealed));
    }

    /// The hash in ASCII, then the document.
    private static byte[] content(PrintJob job) {
        byte[] hash = job.contentHash().getBytes(StandardCharsets.US_ASCII);
        byte[] document = DocumentCodec.encode(job.document());
        return ByteBuffer.allocate(HASH_CHARACTERS + document.length)
                .put(hash, 0, HASH_CHARACTERS)
                .put(document)
                .array();
    }

    private static PrintJob job(String jobId, byte[] content) throws IOException {
        if (content.length < HASH_CHARACTERS) {
            throw new IOException("no kept paper");
        }
        return new PrintJob(
                jobId,
                DocumentCodec.decode(Arrays.copyOfRange(content, HASH_CHARACTERS, content.length)),
                new String(content, 0, HASH_CHARACTERS, StandardCharsets.US_ASCII));
    }

    /// What a sealed paper belongs to.
    private static String bound(Kept kept) {
        return kept.jobId() + '\n' + kept.keptAt() + '\n' + kept.until();
    }

    private List<Row> rows() throws IOException {
        return database.transact(sql ->
                Sql.rows(
                        sql,
                        "SELECT * FROM kept_paper ORDER BY kept_at, job_id",
                        row ->
                                new Row(
                                        new Kept(
                                                row.getString("job_id"),
                                                Instant.parse(row.getString("kept_at")),
                                                Instant.parse(row.getString("until"))),
                                        HexFormat.of().formatHex(row.getBytes("nonce")),
                                        HexFormat.of().formatHex(row.getBytes("sealed")))));
    }

    @Override
    public List<Kept> kept() throws IOException {
        return rows().stream().map(Row::kept).toList();
    }

    @Override
    public Optional<PrintJob> open(String jobId) throws IOException {
        for (Row row : rows()) {
            if (row.kept().jobId().equals(jobId) && clock.instant().isBefore(row.kept().until())) {
                return Optional.of(
                        job(
                                jobId,
                                seal.open(
                                        HexFormat.of().parseHex(row.nonce()),
                                        bound(row.kept()),
                                        HexFormat.of().parseHex(row.sealed()))));
            }
        }
        return Optional.empty();
    }

    @Override
    public void erase(String jobId) throws IOException {
        erased(
                database.transact(
                        sql -> Sql.change(sql, "DELETE FROM kept_paper WHERE job_id = ?", jobId)));
    }

    @Override
    public int eraseExpired() throws IOException {
        Instant now = clock.instant();
        int count = 0;
        for (Kept kept : kept()) {
            if (!now.isBefore(kept.until())) {
                erase(kept.jobId());
                count++;
            }
        }
        return count;
    }

    private void erased(int rows) throws IOException {
        if (rows > 0) {
            database.truncateLog();
        }
    }
}
