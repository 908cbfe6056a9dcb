package de.koblenz.kiosk.service.fim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Blanks the relations of a schema before it is parsed.
///
/// Published schemata say at each element from which others it was derived: three quarters of all their bytes
/// (`relation/praedikat/code`, `relation/objekt/id`), which say nothing to a citizen. Spaces instead of them are parsed in
/// a fraction of the time, and everything else keeps its line and column. Only what looks exactly as the standard has it is
/// blanked; anything else is left to the parser, and so is every file that declares, comments or quotes (`<!`), where a tag may not
/// be one. Encodings that do not write the tags in ASCII have none to blank.
final class Relations {
    private static final byte[] MESSAGE = bytes(SchemaReader.MESSAGE);
    private static final byte[] CODE = bytes("<code>");

    private static final byte[] BLANKS = bytes(" ".repeat(512));

    private final byte[] xml;
    private final byte[] begin;
    private final byte[] kind;
    private final byte[] idBegin;
    private final byte[] idEnd;
    private final byte[] versionBegin;
    private final byte[] versionEnd;
    private final byte[] end;

    /// From the first byte of a relation to its id, as it stood last: they differ in nothing else.
    private byte[] usual = new byte[0];

    private Relations(byte[] xml, String prefix) {
        this.xml = xml;
        this.begin = bytes("<" + prefix + "relation>");
        this.kind = bytes("<" + prefix + "praedikat");
        this.idBegin =
                bytes("</code></" + prefix + "praedikat><" + prefix + "objekt><" + prefix + "id>");
        this.idEnd = bytes("</" + prefix + "id>");
        this.versionBegin = bytes("<" + prefix + "version>");
        this.versionEnd = bytes("</" + prefix + "version>");
        this.end = bytes("</" + prefix + "objekt></" + prefix + "relation>");
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The file with spaces instead of relations; the same array where there are none.
    static byte[] blanked(byte[] xml) {
        int name = indexOf(xml, MESSAGE, 0);
        int bracket = name;
        while (bracket >= 0 && xml[bracket] != '<') {
            bracket--;
        }
        if (bracket < 0) {
            return xml;
        }
        String prefix =
                new String(xml, bracket + 1, name - bracket - 1, StandardCharsets.ISO_8859_1);
        return new Relations(xml, prefix).blanked();
    }

    /// Each byte is looked at once; a relation that is blanked holds no declaration.
    private byte[] blanked() {
        Optional<byte[]> blanked = Optional.empty();
        int at = 0;
        while (at < xml.length) {
            if (xml[at] != '<') {
                at++;
                continue;
            }
            if (at + 1 < xml.length && xml[at + 1] == '!') {
                return xml;
            }
            int behind = stands(begin, at) ? behind(at) : -1;
            if (behind < 0) {
                at++;
                continue;
            }
            if (blanked.isEmpty()) {
                blanked = Optional.of(xml.clone());
            }
            blank(blanked.get(), at, behind);
            at = behind;
        }
        return blanked.orElse(xml);
    }

    /// As [Arrays#fill], which goes byte by byte as long as only the first compiler is at work.
    private static void blank(byte[] xml, int from, int to) {
        for (int at = from; at < to; at += BLANKS.length) {
            System.arraycopy(BLANKS, 0, xml, at, Math.min(BLANKS.length, to - at));
        }
    }

    /// Where the relation ends that begins there; -1 where it is not as the standard has it.
    private int behind(int from) {
        int id = id(from);
        if (id < 0) {
            return -1;
        }
        int at = word(id);
        if (!stands(idEnd, at)) {
            return -1;
        }
        at += idEnd.length;
        if (stands(versionBegin, at)) {
            at = word(at + versionBegin.length);
            if (!stands(versionEnd, at)) {
                return -1;
            }
            at += versionEnd.length;
        }
        return stands(end, at) ? at + end.length : -1;
    }

    /// Where the id begins; -1 where something else stands before it.
    private int id(int from) {
        if (usual.length > 0 && stands(usual, from)) {
            return from + usual.length;
        }
        int tag = from + begin.length;
        if (!stands(kind, tag)) {
            return -1;
        }
        int close = tag + kind.length;
        while (close < xml.length && xml[close] != '>' && xml[close] != '<') {
            close++;
        }
        String attributes =
                new String(
                        xml,
                        tag + kind.length,
                        close - tag - kind.length,
                        StandardCharsets.ISO_8859_1);
        if (!attributes.matches("(?: listURI=\"[\\w:.-]*\")?(?: listVersionID=\"[\\w.-]*\")?")
                || !stands(CODE, close + 1)) {
            return -1;
        }
        int at = word(close + 1 + CODE.length);
        if (!stands(idBegin, at)) {
            return -1;
        }
        usual = Arrays.copyOfRange(xml, from, at + idBegin.length);
        return at + idBegin.length;
    }

    /// Behind letters, digits and dots.
    private int word(int from) {
        int at = from;
        while (at < xml.length && isWord(xml[at])) {
            at++;
        }
        return at;
    }

    private static boolean isWord(byte character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || character == '.';
    }

    private boolean stands(byte[] piece, int at) {
        return at + piece.length <= xml.length
                && Arrays.equals(xml, at, at + piece.length, piece, 0, piece.length);
    }

    private static int indexOf(byte[] xml, byte[] piece, int from) {
        byte first = piece[0];
        for (int i = from; i <= xml.length - piece.length; i++) {
            if (xml[i] == first
                    && xml[i + 1] == piece[1]
                    && Arrays.equals(xml, i, i + piece.length, piece, 0, piece.length)) {
                return i;
            }
        }
        return -1;
    }
}
