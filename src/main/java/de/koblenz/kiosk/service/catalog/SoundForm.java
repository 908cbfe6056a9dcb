package de.koblenz.kiosk.service.catalog;

/// How a word sounds, roughly: spellings that a German, Ukrainian or Russian ear confuses become
/// one (`Führerschein`, `Fürerschain`; `Pass`, `Pas`; `паспорты`, `паспорти`). Comparing sounds
/// costs such a misspelling no slip, so the slips are left for the finger.
final class SoundForm {
    private static final String VOWELS = "aeiou";

    private final String word;
    private final StringBuilder sound = new StringBuilder();
    private int at;

    private SoundForm(String word) {
        this.word = word;
    }

    /// @param word a surface or stem of [SearchWord]
    static String of(String word) {
        SoundForm form = new SoundForm(word);
        while (form.at < word.length()) {
            form.step();
        }
        return form.sound.toString();
    }

    private void step() {
        if (begins("sch")) {
            say('s', 3);
        } else if (begins("ph")) {
            say('f', 2);
        } else if (begins("th") || begins("dt")) {
            say('t', 2);
        } else if (begins("tz") || begins("ts")) {
            say('s', 2);
        } else if (begins("ck") || begins("qu") || begins("kh")) {
            say('k', 2);
        } else if (begins("ie")) {
            say('i', 2);
        } else if (begins("ai") || begins("ay") || begins("ey")) {
            say('e', 1);
            say('i', 1);
        } else if (begins("ch")) {
            say(at + 2 == word.length() ? 'k' : 'c', 2);
        } else if (begins("x")) {
            say('k', 0);
            say('s', 1);
        } else {
            letter(word.charAt(at));
        }
    }

    private void letter(char letter) {
        boolean last = at + 1 == word.length();
        switch (letter) {
            case 'z', 'ß' -> say('s', 1);
            case 'c', 'q' -> say('k', 1);
            case 'v', 'w' -> say('f', 1);
            case 'y', 'j' -> say('i', 1);
            case 'd' -> say(last ? 't' : 'd', 1);
            case 'g' -> say(last ? 'k' : 'g', 1);
            case 'b' -> say(last ? 'p' : 'b', 1);
            case 'h' -> breath();
            case 'ы', 'і' -> say('и', 1);
            case 'э', 'є' -> say('е', 1);
            case 'ґ' -> say('г', 1);
            case 'ъ', 'ь' -> at++;
            default -> say(letter, 1);
        }
    }

    /// An h after a vowel only makes it long: `fahren`, but not `behindert`.
    private void breath() {
        boolean after = at > 0 && VOWELS.indexOf(word.charAt(at - 1)) >= 0;
        boolean before = at + 1 < word.length() && VOWELS.indexOf(word.charAt(at + 1)) >= 0;
        if (after && !before) {
            at++;
        } else {
            say('h', 1);
        }
    }

    private boolean begins(String letters) {
        return word.startsWith(letters, at);
    }

    /// Doubled sounds are one.
    private void say(char letter, int used) {
        if (sound.isEmpty() || sound.charAt(sound.length() - 1) != letter) {
            sound.append(letter);
        }
        at += used;
    }
}
