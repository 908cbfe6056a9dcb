package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// An icon of the outlined Material family, coloured by the theme. The characters are those of
/// Ikonli's Material2 pack, written out so that the start need not load its tables. FX thread only.
final class SymbolIcon extends Text {
    /// Icons of the views themselves, beside those of [Symbol].
    static final String RADIO_ON = "\ue522";

    static final String RADIO_OFF = "\ue523";
    static final String ARROW_FORWARD = "\ue063";
    static final String ARROW_BACK = "\ue05c";
    static final String SHIFT = "\ue068";
    static final String SHIFT_LOCKED = "\ue348";
    static final String SPACE_BAR = "\ue604";
    static final String TOUCH = "\ue6ae";
    static final String TOGGLE_ON = "\ue6a8";
    static final String TOGGLE_OFF = "\ue6a6";
    static final String DONE = "\ue13b";
    static final String WAITING = "\ue475";
    static final String RUNNING = "\ue30f";
    static final String FAILED = "\ue217";

    private static final String FILE =
            "/META-INF/resources/material2/20200820/fonts/MaterialIcons-Outlined.ttf";
    private static final Map<Double, Font> SIZES = new HashMap<>();
    private static String family = "";

    SymbolIcon(double size, String... styleClasses) {
        setTextOrigin(VPos.TOP);
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("icon");
        getStyleClass().addAll(styleClasses);
        setSize(size);
    }

    void setSize(double size) {
        setFont(SIZES.computeIfAbsent(size, SymbolIcon::load));
    }

    /// Shows the icon; "back" and "forward" point the other way on a right-to-left page.
    void show(Symbol symbol, boolean rightToLeft) {
        Symbol pointed =
                !rightToLeft
                        ? symbol
                        : symbol == Symbol.BACK
                                ? Symbol.NEXT
                                : symbol == Symbol.NEXT ? Symbol.BACK : symbol;
        show(character(pointed));
    }

    void show(String character) {
        if (!character.equals(getText())) {
            setText(character);
        }
        setVisible(!character.isEmpty());
    }

    /// Centres the icon in a box.
    void place(double x, double y, double width, double height) {
        setLayoutX(Math.rint(x + (width - getLayoutBounds().getWidth()) / 2));
        setLayoutY(Math.rint(y + (height - getLayoutBounds().getHeight()) / 2));
    }

    private static synchronized Font load(double size) {
        if (!family.isEmpty()) {
            return new Font(family, size);
        }
        try (InputStream in = SymbolIcon.class.getResourceAsStream(FILE)) {
            Font font = in == null ? null : Font.loadFont(in, size);
            if (font == null) {
                throw new IllegalStateException("icon font missing: " + FILE);
            }
            family = font.getName();
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String character(Symbol symbol) {
        return switch (symbol) {
            case NONE -> "";
            case HOME_MOVE -> "\ue306";
            case ID_CARD, LAY_CARD, TAKE_CARD -> "\ue013";
            case CERTIFICATE -> "\ue11e";
            case FAMILY -> "\ue7a7";
            case CAR -> "\ue1c8";
            case DOG -> "\ue4ac";
            case TRADE -> "\ue648";
            case LEISURE -> "\ue388";
            case SEARCH -> "\ue57f";
            case BACK -> ARROW_BACK;
            case NEXT -> ARROW_FORWARD;
            case LANGUAGE -> "\ue35b";
            case AIDS -> "\ue00c";
            case HELP -> "\ue2fe";
            case READ_ALOUD -> "\ue711";
            case END -> "\ue14a";
            case MORE -> "\ue412";
            case MONEY -> "\ue218";
            case CLOCK -> "\ue56c";
            case PLACE -> "\ue4e7";
            case BANK_CARD -> "\ue18b";
            case DOCUMENT -> "\ue1aa";
            case SCAN -> "\ue568";
            case PHONE -> "\ue5f6";
            case PRINTER -> "\ue50c";
            case TAKE_PAPER -> "\ue81b";
            case CHECK -> "\ue13b";
            case WARNING -> "\ue718";
            case ERROR -> "\ue217";
            case INFO -> "\ue32a";
            case EDIT -> "\ue1f8";
            case PLUS -> "\ue01a";
            case MINUS -> "\ue530";
            case DELETE -> "\ue086";
            case PAYMENT -> "\ue7f4";
            case SEND -> "\ue583";
            case TICKET -> "\ue16e";
            case POOL -> "\ue4fd";
            case PARKING -> "\ue3ac";
            case LARGE_TEXT -> "\ue2b7";
            case CONTRAST -> "\ue6ac";
            case LOW_REACH -> "\ue00d";
            case OUT_OF_SERVICE -> "\ue785";
        };
    }
}
