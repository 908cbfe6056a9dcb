package de.koblenz.kiosk.device.profile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The names of code tables in the printer database, and which of them Java can write.
public final class CodePages {
    /// Name of a table that nobody has identified.
    public static final String UNKNOWN = "Unknown";

    /// Names of the database that Java has no charset for: they are no mistake, but cannot be used.
    private static final Set<String> WITHOUT_CHARSET =
            Set.of(
                    UNKNOWN,
                    "CP720",
                    "CP747",
                    "CP770",
                    "CP771",
                    "CP772",
                    "CP773",
                    "CP774",
                    "CP851",
                    "CP853",
                    "CP928",
                    "CP1001",
                    "CP1125",
                    "CP2001",
                    "CP3001",
                    "CP3002",
                    "CP3011",
                    "CP3012",
                    "CP3021",
                    "CP3041",
                    "CP3840",
                    "CP3841",
                    "CP3843",
                    "CP3844",
                    "CP3845",
                    "CP3846",
                    "CP3847",
                    "CP3848",
                    "RK1048",
                    "TCVN-3-1",
                    "TCVN-3-2",
                    "KATAKANA",
                    "OXHOO-EUROPEAN");

    private static final List<String> USUAL =
            List.of(
                    "CP437", "CP850", "CP852", "CP857", "CP858", "CP866", "CP1250", "CP1251",
                    "CP1252", "CP1253", "CP1254");

    private CodePages() {}

    /// Whether the database or Java knows the name.
    static boolean known(String name) {
        return WITHOUT_CHARSET.contains(name) || supported(name);
    }

    /// Names for the suggestion at a misspelling.
    static List<String> names() {
        List<String> names = new ArrayList<>(USUAL);
        names.addAll(WITHOUT_CHARSET);
        return names;
    }

    /// The charset of a table, if Java has one with one byte per character.
    public static Optional<Charset> charset(String name) {
        if (!supported(name)) {
            return Optional.empty();
        }
        Charset charset = Charset.forName(name);
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1
                ? Optional.of(charset)
                : Optional.empty();
    }

    private static boolean supported(String name) {
        try {
            return !name.equals(UNKNOWN) && Charset.isSupported(name);
        } catch (IllegalCharsetNameException _) {
            return false;
        }
    }
}
