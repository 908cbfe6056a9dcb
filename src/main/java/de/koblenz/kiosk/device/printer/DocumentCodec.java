package de.koblenz.kiosk.device.printer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A document as bytes: a letter for the kind of each block, then each text as length and UTF-8, so that no two
/// different documents are written alike. What the fingerprint is made of and what is kept for staff.
public final class DocumentCodec {
    /// Longest text that is read back.
    private static final int LONGEST_TEXT = 100_000;

    private DocumentCodec() {}

    public static byte[] encode(PrintDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (PrintDocument.Block block : document.blocks()) {
                write(out, block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, PrintDocument.Block block) throws IOException {
        switch (block) {
            case PrintDocument.Heading(String text) -> write(out, 'H', text);
            case PrintDocument.Banner(String text) -> write(out, 'B', text);
            case PrintDocument.Paragraph(String text, PrintDocument.Align align, boolean bold) -> {
                write(out, 'P', text, align.name());
                out.writeBoolean(bold);
            }
            case PrintDocument.Row(String left, String right, boolean bold) -> {
                write(out, 'R', left, right);
                out.writeBoolean(bold);
            }
            case PrintDocument.Total(String left, String right) -> write(out, 'U', left, right);
            case PrintDocument.Rule() -> write(out, '-');
            case PrintDocument.Qr(String content, String caption) ->
                    write(out, 'Q', content, caption);
            case PrintDocument.Matrix(String content, String caption) ->
                    write(out, 'M', content, caption);
            case PrintDocument.Barcode(String content, String caption) ->
                    write(out, '|', content, caption);
            case PrintDocument.Crest() -> write(out, 'C');
            case PrintDocument.Space(int lines) -> {
                write(out, 'S');
                out.writeInt(lines);
            }
            case PrintDocument.CodeTable(int number) -> {
                write(out, 'T');
                out.writeInt(number);
            }
            case PrintDocument.Ruler() -> write(out, 'L');
        }
    }

    private static void write(DataOutputStream out, char kind, String... texts) throws IOException {
        out.writeByte(kind);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /// Reads what [#encode(PrintDocument)] wrote.
    ///
    /// @throws IOException if the bytes are no document
    public static PrintDocument decode(byte[] bytes) throws IOException {
        List<PrintDocument.Block> blocks = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int kind = in.read(); kind >= 0; kind = in.read()) {
                blocks.add(read(in, (char) kind));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("no document", e);
        }
        return new PrintDocument(blocks);
    }

    private static PrintDocument.Block read(DataInputStream in, char kind) throws IOException {
        return switch (kind) {
            case 'H' -> new PrintDocument.Heading(text(in));
            case 'B' -> new PrintDocument.Banner(text(in));
            case 'P' ->
                    new PrintDocument.Paragraph(
                            text(in), PrintDocument.Align.valueOf(text(in)), in.readBoolean());
            case 'R' -> new PrintDocument.Row(text(in), text(in), in.readBoolean());
            case 'U' -> new PrintDocument.Total(text(in), text(in));
            case '-' -> new PrintDocument.Rule();
            case 'Q' -> new PrintDocument.Qr(text(in), text(in));
            case 'M' -> new PrintDocument.Matrix(text(in), text(in));
            case '|' -> new PrintDocument.Barcode(text(in), text(in));
            case 'C' -> new PrintDocument.Crest();
            case 'S' -> new PrintDocument.Space(in.readInt());
            case 'T' -> new PrintDocument.CodeTable(in.readInt());
            case 'L' -> new PrintDocument.Ruler();
            default -> throw new IOException("no document");
        };
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("no document");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("no document");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
