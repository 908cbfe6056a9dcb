package de.koblenz.kiosk.service.form;

/// Which characters names and texts may have, after DIN 91379 ("Characters in Unicode for the electronic processing
/// of names"): Latin letters, combining marks on them, and its non-letters.
///
/// The standard lists its letters with marks one by one; here each Latin letter may carry up to
/// [#MOST_MARKS] marks of the block that the standard takes them from, so that no name of the list is refused.
final class LatinText {
    private static final int MOST_MARKS = 2;

    /// Non-letters of names (DIN 91379, group N1) with the typographic forms that phones and keyboards produce.
    private static final String IN_NAMES = " '-.,´`’‘ʹʺʼʾʿˈˌ";

    /// Further non-letters of texts beyond ASCII (groups N1 to N4).
    private static final String IN_TEXTS = "€¡¢£¥§©ª«¬®¯°±²³µ¶·¹º»¼½¾¿×÷–—‚“”„†‡…‰‹›";

    private LatinText() {}

    static boolean isName(String text) {
        return isMadeOf(text, false) && text.codePoints().anyMatch(Character::isLetter);
    }

    static boolean isText(String text) {
        return isMadeOf(text, true);
    }

    private static boolean isMadeOf(String text, boolean anyText) {
        int marks = MOST_MARKS;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isMark(c)) {
                if (++marks > MOST_MARKS) {
                    return false;
                }
            } else if (isLetter(c)) {
                marks = 0;
            } else if (IN_NAMES.indexOf(c) >= 0 || (anyText && isOther(c))) {
                marks = MOST_MARKS;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c)
                && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                // Full-width and mathematical letters are no letters of names.
                && c < 0x2100;
    }

    /// Combining Diacritical Marks, U+0300 to U+036F.
    private static boolean isMark(int c) {
        return c >= 0x0300 && c <= 0x036F;
    }

    private static boolean isOther(int c) {
        return (c >= 0x20 && c < 0x7F) || IN_TEXTS.indexOf(c) >= 0;
    }
}
