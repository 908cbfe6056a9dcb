package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.text.Texts;

/// The words of the keyboard in one language: what stands on its keys and what they are called.
///
/// @param delete deletes the last letter
/// @param space the space bar
/// @param shift the next letter is a capital
/// @param shiftOn the same key while it is on
/// @param capsOn the same key while all letters are capitals
/// @param moreLetters opens the page of further letters
/// @param letters goes back to the letters
/// @param marks accents to add to the last letter, and signs
public record KeyboardWords(
        String delete,
        String space,
        String shift,
        String shiftOn,
        String capsOn,
        String moreLetters,
        String letters,
        String marks) {

    /// The words of a language, from its text file.
    public static KeyboardWords of(Texts texts) {
        return new KeyboardWords(
                texts.of("keyboard.delete"),
                texts.of("keyboard.space"),
                texts.of("keyboard.shift"),
                texts.of("keyboard.shiftOn"),
                texts.of("keyboard.capsOn"),
                texts.of("keyboard.more"),
                texts.of("keyboard.letters"),
                texts.of("keyboard.marks"));
    }
}
