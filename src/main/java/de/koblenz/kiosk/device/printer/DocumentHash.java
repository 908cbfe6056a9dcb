package de.koblenz.kiosk.device.printer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The fingerprint that binds a document to the order it was made for.
public final class DocumentHash {
    private DocumentHash() {}

    /// SHA-256, in lower-case hex, over the blocks in order: a letter for the kind, then each text as
    /// length and UTF-8, so that no two different documents are written alike.
    public static String of(PrintDocument document) {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(canonical)) {
            for (PrintDocument.Block block : document.blocks()) {
                write(out, block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.toByteArray());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, PrintDocument.Block block) throws IOException {
        switch (block) {
            case PrintDocument.Heading(String text) -> {
                out.writeByte('H');
                write(out, text);
            }
            case PrintDocument.Paragraph(String text, PrintDocument.Align align, boolean bold) -> {
                out.writeByte('P');
                write(out, text);
                write(out, align.name());
                out.writeBoolean(bold);
            }
            case PrintDocument.Row(String left, String right, boolean bold) -> {
                out.writeByte('R');
                write(out, left);
                write(out, right);
                out.writeBoolean(bold);
            }
            case PrintDocument.Rule() -> out.writeByte('-');
            case PrintDocument.Qr(String content, String caption) -> {
                out.writeByte('Q');
                write(out, content);
                write(out, caption);
            }
            case PrintDocument.Crest() -> out.writeByte('C');
            case PrintDocument.Banner(String text) -> {
                out.writeByte('B');
                write(out, text);
            }
            case PrintDocument.Matrix(String content, String caption) -> {
                out.writeByte('M');
                write(out, content);
                write(out, caption);
            }
            case PrintDocument.Barcode(String content, String caption) -> {
                out.writeByte('|');
                write(out, content);
                write(out, caption);
            }
            case PrintDocument.CodeTable(int number) -> {
                out.writeByte('T');
                out.writeInt(number);
            }
            case PrintDocument.Ruler() -> out.writeByte('L');
            case PrintDocument.Space(int lines) -> {
                out.writeByte('S');
                out.writeInt(lines);
            }
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
