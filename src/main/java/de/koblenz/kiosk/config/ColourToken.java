package de.koblenz.kiosk.config;

import java.util.Locale;

/// The colours of the light theme that a city may choose, named as in the KERN design system (tokens of
/// `@kern-ux/native` 2.7.2, values re-typed). High contrast is the same in every city.
public enum ColourToken {
    LAYOUT_BACKGROUND_DEFAULT("#FFFFFF"),
    LAYOUT_BACKGROUND_HUED("#F3F4F7"),
    LAYOUT_TEXT_DEFAULT("#131525"),
    LAYOUT_TEXT_MUTED("#51577A"),
    LAYOUT_BORDER("#6E7597"),
    ACTION_DEFAULT("#2044AA"),
    ACTION_ON_DEFAULT("#FFFFFF"),
    ACTION_FOCUS_DEFAULT("#454B6B"),
    DECORATIVE_BRAND_DEFAULT("#454B6B");

    private final String usual;

    ColourToken(String usual) {
        this.usual = usual;
    }

    /// The colour where the city chose none.
    public Colour usual() {
        return Colour.of(usual);
    }

    /// The key in `branding.yaml`, e.g. `action-default`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
