package de.koblenz.kiosk.citizen.ui.view;

import java.util.List;
import java.util.Locale;

/// The Latin letters of DIN 91379:2022-08 that the first level of the keyboard lacks, in groups of at
/// most 33, small letters; capitals follow by shift. Sequences with combining marks are typed as a
/// letter and then a mark.
final class FurtherLetters {
    /// A group of letters.
    ///
    /// @param name the letters whose variants it has
    record Group(String name, List<String> letters) {}

    static final int MOST = 33;

    static final List<Group> GROUPS =
            List.of(
                    group("AB", "à á â ã å æ ā ă ą ȧ ǎ ǟ ǻ ǽ ǣ ạ ả ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ ḃ ḇ"),
                    group("CD", "ç ć ĉ ċ č ƈ ð ď đ ḋ ḍ ḏ ḑ"),
                    group("EF", "è é ê ë ē ĕ ė ę ě ȩ ə ḗ ḝ ẹ ẻ ẽ ế ề ể ễ ệ ḟ"),
                    group("GH", "ĝ ğ ġ ģ ǥ ǧ ǵ ḡ ĥ ħ ȟ ḣ ḥ ḧ ḩ ḫ ẖ"),
                    group("IJ", "ì í î ï ĩ ī ĭ į ı İ ĳ ǐ ɨ ḯ ỉ ị ĵ ǰ"),
                    group("KL", "ķ ĸ ǩ ḱ ḳ ḵ ĺ ļ ľ ŀ ł ḷ ḻ"),
                    group("MN", "ṁ ṃ ñ ń ņ ň ŉ ŋ ǹ ṅ ṇ ṉ"),
                    group(
                            "OP",
                            "ò ó ô õ ø ō ŏ ő œ ơ ǒ ǫ ǭ ǿ ȫ ȭ ȯ ȱ ṓ ọ ỏ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ṕ ṗ"),
                    group("RS", "ŕ ŗ ř ȓ ṙ ṛ ṟ ś ŝ ş š ș ṡ ṣ"),
                    group("TU", "þ ţ ť ŧ ț ṫ ṭ ṯ ẗ ù ú û ũ ū ŭ ů ű ų ư ǔ ǖ ǘ ǚ ǜ ụ ủ ứ ừ ử ữ ự"),
                    group("WZ", "ŵ ẁ ẃ ẅ ẇ ẍ ý ÿ ŷ ȳ ẏ ỳ ỵ ỷ ỹ ź ż ž ẑ ẓ ẕ ʒ ǯ"));

    /// Combining marks (shown on a dotted circle) and signs.
    static final Group MARKS =
            group(
                    "",
                    "\u0300 \u0301 \u0302 \u0304 \u0306 \u0307 \u0308 \u030B \u030C \u0310 \u0315"
                            + " \u031B \u0323 \u0325 \u0326 \u0327 \u0328 \u0331 \u035F ʹ ʺ ʾ"
                            + " ʿ ˈ ˌ ’ ‡ / _ + & : ·");

    private FurtherLetters() {}

    /// The letter as a capital, as far as there is one.
    static String capital(String letter) {
        if (letter.equals("ß")) {
            return "ẞ";
        }
        return letter.equals("ĸ") || letter.equals("ŉ") ? letter : letter.toUpperCase(Locale.ROOT);
    }

    /// How a key shows it.
    static String shown(String letter) {
        return Character.getType(letter.charAt(0)) == Character.NON_SPACING_MARK
                ? "\u25CC" + letter
                : letter;
    }

    private static Group group(String name, String letters) {
        return new Group(name, List.of(letters.split(" ", -1)));
    }
}
