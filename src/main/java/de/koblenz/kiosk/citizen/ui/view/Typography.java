package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.ScreenLook;

/// Chooses the font for a text: Fira Sans; Vazirmatn for Arabic letters and for figures on Arabic pages; Noto
/// Sans where the other lacks a letter (names after DIN 91379).
///
/// @param large large-text sizes
/// @param arabic the page is in a language of Arabic letters
record Typography(boolean large, boolean arabic) {
    static final Typography PLAIN = new Typography(false, false);

    static Typography of(ScreenLook look) {
        String language = look.language();
        boolean arabic =
                look.rightToLeft() || language.startsWith("ar") || language.startsWith("fa");
        return new Typography(look.largeText(), arabic);
    }

    Face face(String words, boolean strong) {
        boolean arabicLetters = false;
        boolean latinLetters = false;
        boolean directed = false;
        boolean further = false;
        boolean beyondAscii = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            arabicLetters |= isArabic(c);
            latinLetters |= Character.isLetter(c) && !isArabic(c);
            directed |= Character.getType(c) == Character.FORMAT && c != '\u00AD';
            further |= c > 0x17F;
            beyondAscii |= c > 0x7E;
        }
        // Figures, and what has marks of direction, go with the page; a German name keeps its own
        // letters.
        arabicLetters |= arabic && (!latinLetters || directed);
        if (arabicLetters && (!beyondAscii || isCovered(words, Face.VAZIRMATN))) {
            return strong ? Face.VAZIRMATN_STRONG : Face.VAZIRMATN;
        }
        if (further && !isCovered(words, Face.FIRA)) {
            return strong ? Face.NOTO_STRONG : Face.NOTO;
        }
        return strong ? Face.FIRA_STRONG : Face.FIRA;
    }

    private static boolean isCovered(String words, Face face) {
        FontCoverage coverage = FontCoverage.of(face);
        return words.codePoints()
                .allMatch(c ->
                        coverage.has(c)
                                || Character.isWhitespace(c)
                                || Character.getType(c) == Character.FORMAT);
    }

    private static boolean isArabic(char c) {
        return (c >= 0x600 && c <= 0x6FF)
                || (c >= 0x750 && c <= 0x77F)
                || (c >= 0xFB50 && c <= 0xFDFF)
                || (c >= 0xFE70 && c <= 0xFEFE);
    }
}
