package de.koblenz.kiosk.xml;

import de.koblenz.kiosk.config.Place;
import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is done with the bytes of an XML file before anybody reads it.
public final class XmlFile {
    private static final Pattern ENCODING =
            Pattern.compile(
                    "^(?:\u00EF\u00BB\u00BF)?<\\?xml[^>]{0,80}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlFile() {}

    /// The characters of an XML file by the encoding that it names (XML 1.0 4.3.3): UTF-8 without a name, UTF-16 by its
    /// mark. Bytes that are none of the encoding are refused.
    public static String characters(byte[] content, Place start) throws XmlRefused {
        return decoded(content, start).toString();
    }

    /// The same to be read from front to back.
    static Reader reader(byte[] content, Place start) throws XmlRefused {
        CharBuffer text = decoded(content, start);
        return new CharArrayReader(
                text.array(), text.arrayOffset() + text.position(), text.remaining());
    }

    private static CharBuffer decoded(byte[] content, Place start) throws XmlRefused {
        try {
            CharBuffer text =
                    charset(content)
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(content));
            if (text.hasRemaining() && text.charAt(0) == '\uFEFF') {
                text.get();
            }
            return text;
        } catch (CharacterCodingException | IllegalArgumentException _) {
            throw new XmlRefused(
                    start, "the file is not text in the encoding that it names", "FIM-XML");
        }
    }

    private static Charset charset(byte[] content) {
        if (content.length >= 2
                && (content[0] & 0xFF) + (content[1] & 0xFF) == 0xFE + 0xFF
                && ((content[0] & 0xFF) == 0xFE || (content[0] & 0xFF) == 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        String start =
                new String(content, 0, Math.min(200, content.length), StandardCharsets.ISO_8859_1);
        Matcher named = ENCODING.matcher(start);
        return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    }

    /// SHA-256 in 64 hexadecimal digits.
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it.
            throw new IllegalStateException(e);
        }
    }
}
