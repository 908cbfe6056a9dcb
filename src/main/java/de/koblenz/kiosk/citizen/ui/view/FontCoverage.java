package de.koblenz.kiosk.citizen.ui.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Which characters a font file has, read from its `cmap` table (ISO/IEC 14496-22, 5.2.1): formats
/// 4 and 12. JavaFX does not tell, and would take a letter it lacks from any font of the machine.
final class FontCoverage {
    private static final int CMAP = 0x636D6170;
    private static final Map<Face, FontCoverage> READ = new HashMap<>();

    private final BitSet characters;

    private FontCoverage(BitSet characters) {
        this.characters = characters;
    }

    static synchronized FontCoverage of(Face face) {
        return READ.computeIfAbsent(
                face,
                f -> {
                    try (InputStream in = f.open()) {
                        return new FontCoverage(read(ByteBuffer.wrap(in.readAllBytes())));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /// Whether the font draws the character itself.
    boolean has(int codePoint) {
        return characters.get(codePoint);
    }

    private static BitSet read(ByteBuffer font) {
        int tables = font.getShort(4);
        for (int i = 0; i < tables; i++) {
            if (font.getInt(12 + 16 * i) == CMAP) {
                return readCmap(font, font.getInt(12 + 16 * i + 8));
            }
        }
        return new BitSet();
    }

    private static BitSet readCmap(ByteBuffer font, int cmap) {
        BitSet found = new BitSet();
        int subtables = font.getShort(cmap + 2);
        for (int i = 0; i < subtables; i++) {
            int subtable = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            switch (font.getShort(subtable)) {
                case 4 -> readSegments(font, subtable, found);
                case 12 -> readGroups(font, subtable, found);
                default -> {}
            }
        }
        return found;
    }

    private static void readSegments(ByteBuffer font, int table, BitSet found) {
        int doubled = unsigned(font, table + 6);
        int ends = table + 14;
        int starts = ends + doubled + 2;
        int deltas = starts + doubled;
        int offsets = deltas + doubled;
        for (int s = 0; s < doubled; s += 2) {
            int end = unsigned(font, ends + s);
            int offset = unsigned(font, offsets + s);
            int start = unsigned(font, starts + s);
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int glyph =
                        offset == 0
                                ? (c + unsigned(font, deltas + s)) & 0xFFFF
                                : unsigned(font, offsets + s + offset + 2 * (c - start));
                found.set(c, found.get(c) || glyph != 0);
            }
        }
    }

    private static void readGroups(ByteBuffer font, int table, BitSet found) {
        int groups = font.getInt(table + 12);
        for (int g = 0; g < groups; g++) {
            int group = table + 16 + 12 * g;
            found.set(font.getInt(group), font.getInt(group + 4) + 1);
        }
    }

    private static int unsigned(ByteBuffer font, int at) {
        return font.getShort(at) & 0xFFFF;
    }
}
