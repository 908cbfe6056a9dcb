package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.Standing;
import de.koblenz.kiosk.fleet.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Characters of the outlined Material icons: every state has a shape of its own, so that nobody needs to see colours. FX thread only.
enum Icon {
    OVERVIEW("\ue199"),
    ALARM("\ue457"),
    MAINTENANCE("\ue0ef"),
    AUDIT("\ue305"),
    REPORT("\ue32d"),
    HELP("\ue2fe"),
    THEME("\ue0db"),
    LEAVE("\ue226"),
    SEARCH("\ue57f"),
    PERSON("\ue49e"),
    PRINTER("\ue50c"),
    READER("\ue485"),
    DEVICE("\ue3ea"),
    WELL("\ue13d"),
    CLOSED("\ue533"),
    UNHEARD("\ue56c"),
    NOTICE("\ue32a"),
    FAULT("\ue718"),
    FAILED("\ue116"),
    LOST("\ue37e"),
    HANDLED("\ue1e5"),
    BACK("\ue05c");

    private static final String FILE =
            "/META-INF/resources/material2/20200820/fonts/MaterialIcons-Outlined.ttf";
    private static final Map<Double, Font> SIZES = new HashMap<>();

    private final String character;

    Icon(String character) {
        this.character = character;
    }

    String character() {
        return character;
    }

    static Icon of(Standing standing) {
        return switch (standing) {
            case WELL -> WELL;
            case CLOSED -> CLOSED;
            case MAINTAINED -> MAINTENANCE;
            case UNHEARD -> UNHEARD;
            case NOTICE -> NOTICE;
            case FAULT -> FAULT;
            case FAILED -> FAILED;
            case LOST -> LOST;
        };
    }

    static Icon of(Severity severity) {
        return switch (severity) {
            case WARNING, MINOR -> NOTICE;
            case MAJOR -> FAULT;
            case CRITICAL -> FAILED;
        };
    }

    /// The icon as a node, coloured by the style sheet.
    Text node(double size) {
        Text text = new Text(character);
        text.setFont(font(size));
        text.getStyleClass().setAll("icon");
        return text;
    }

    private static Font font(double size) {
        return SIZES.computeIfAbsent(size, Icon::load);
    }

    private static Font load(double size) {
        try (InputStream in = Icon.class.getResourceAsStream(FILE)) {
            Font font = in == null ? null : Font.loadFont(in, size);
            if (font == null) {
                throw new IllegalStateException("icon font missing: " + FILE);
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
