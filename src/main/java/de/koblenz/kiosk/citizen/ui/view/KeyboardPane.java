package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Screen.Entry.Keyboard;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;

/// The keyboard: letters, further letters, those of e-mail addresses and the digit pads, each made when first shown and kept.
/// It has the same order of keys on every page, right-to-left ones included.
final class KeyboardPane extends Region {
    /// What the keys do.
    interface Typist {
        /// Adds letters at the end.
        void type(String letters);

        /// Takes the last letter away.
        void delete();
    }

    private enum Board {
        LETTERS,
        FURTHER,
        DIGITS,
        DECIMAL,
        PHONE,
        EMAIL
    }

    private final Console console;
    private final Typist typist;
    private final Map<Board, KeyBoard> boards = new EnumMap<>(Board.class);
    private Keyboard kind = Keyboard.LETTERS;
    private boolean further;
    private Optional<Control> extra = Optional.empty();
    private PageStyle style = PageStyle.of(ScreenView.FIRST_LOOK);

    KeyboardPane(Console console, Typist typist) {
        this.console = console;
        this.typist = typist;
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    /// @param newExtra a button of the page beside the space bar
    void show(Keyboard newKind, Optional<Control> newExtra, PageStyle newStyle) {
        kind = newKind;
        extra = newExtra;
        style = newStyle;
        refresh();
    }

    /// Goes back to small letters.
    void reset() {
        further = false;
        boards.values().forEach(KeyBoard::reset);
    }

    /// Turns to the further letters or back.
    void showFurther(boolean shown) {
        further = shown;
        refresh();
    }

    private void refresh() {
        Board board =
                switch (kind) {
                    case LETTERS -> further ? Board.FURTHER : Board.LETTERS;
                    case DIGITS -> Board.DIGITS;
                    case DECIMAL -> Board.DECIMAL;
                    case PHONE -> Board.PHONE;
                    case EMAIL -> Board.EMAIL;
                };
        KeyBoard shown = boards.computeIfAbsent(board, this::make);
        for (KeyBoard each : boards.values()) {
            each.setVisible(each.equals(shown));
        }
        shown.show(console.words().apply(style.look().language()), extra, style);
        requestLayout();
    }

    private KeyBoard make(Board board) {
        KeyBoard made =
                switch (board) {
                    case LETTERS -> new LetterBoard(console, typist, this);
                    case FURTHER -> new FurtherBoard(console, typist, this);
                    case DIGITS -> new DigitBoard(console, typist, "");
                    case DECIMAL -> new DigitBoard(console, typist, ",");
                    case PHONE -> new DigitBoard(console, typist, "+");
                    case EMAIL -> new AddressBoard(console, typist);
                };
        getChildren().add(made);
        return made;
    }

    @Override
    protected void layoutChildren() {
        for (KeyBoard board : boards.values()) {
            board.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
