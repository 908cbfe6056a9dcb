package de.koblenz.kiosk.device.scanner;

import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What one source of a scanner can do (`scan:PlatenInputCaps`, `scan:AdfSimplexInputCaps`). What stands in several
/// profiles counts together.
///
/// @param widthUnits largest width in 300ths of an inch; 0 where it does not say
/// @param heightUnits largest height in 300ths of an inch; 0 where it does not say
/// @param colourModes such as `RGB24`, `Grayscale8`
/// @param resolutions dots per inch that are the same both ways
/// @param jpeg whether it makes `image/jpeg`
/// @param namesFormatsTwice whether formats also stand in `scan:DocumentFormatExt`, and have to in a job
record SourceCapabilities(
        int widthUnits,
        int heightUnits,
        Set<String> colourModes,
        Set<Integer> resolutions,
        boolean jpeg,
        boolean namesFormatsTwice) {
    private static final String JPEG = "image/jpeg";
    private static final int MOST_DPI = 9_600;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /// What of a range is offered: those that scanners name where they name each.
    private static final int[] USUAL_DPI = {75, 100, 150, 200, 240, 300, 400, 600};

    SourceCapabilities {
        colourModes = Set.copyOf(colourModes);
        resolutions = Set.copyOf(resolutions);
    }

    /// The next resolution from `wanted` on, up to 600; without one the largest below; empty where there is none.
    OptionalInt resolution(int wanted) {
        TreeSet<Integer> all = new TreeSet<>(resolutions);
        Integer above = all.ceiling(wanted);
        if (above != null && above <= 600) {
            return OptionalInt.of(above);
        }
        Integer below = all.floor(wanted);
        return below == null ? OptionalInt.empty() : OptionalInt.of(below);
    }

    static SourceCapabilities read(XmlCursor cursor) throws XmlRefused {
        Found found = new Found();
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "MaxWidth" -> found.width = number(cursor.text());
                case "MaxHeight" -> found.height = number(cursor.text());
                case "SettingProfiles" -> profiles(cursor, found);
                default -> {
                    // Margins, intents, edges: not asked for.
                }
            }
        }
        return new SourceCapabilities(
                found.width,
                found.height,
                found.modes,
                found.resolutions,
                found.jpeg,
                found.namedTwice);
    }

    private static final class Found {
        private int width;
        private int height;
        private boolean jpeg;
        private boolean namedTwice;
        private final Set<String> modes = new HashSet<>();
        private final Set<Integer> resolutions = new HashSet<>();
    }

    private static void profiles(XmlCursor cursor, Found found) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            int profile = cursor.depth();
            while (cursor.child(profile)) {
                switch (cursor.name()) {
                    case "ColorModes" -> modes(cursor, found);
                    case "DocumentFormats" -> formats(cursor, found);
                    case "SupportedResolutions" -> resolutions(cursor, found);
                    default -> {
                        // Colour spaces and the like.
                    }
                }
            }
        }
    }

    private static void modes(XmlCursor cursor, Found found) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            if (cursor.name().equals("ColorMode")) {
                found.modes.add(cursor.text());
            }
        }
    }

    private static void formats(XmlCursor cursor, Found found) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            boolean again = cursor.name().equals("DocumentFormatExt");
            if (again || cursor.name().equals("DocumentFormat")) {
                found.jpeg |= cursor.text().equalsIgnoreCase(JPEG);
                found.namedTwice |= again;
            }
        }
    }

    private static void resolutions(XmlCursor cursor, Found found) throws XmlRefused {
        int here = cursor.depth();
        Range across = new Range();
        Range down = new Range();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "DiscreteResolutions" -> discrete(cursor, found);
                case "ResolutionRange" -> {
                    int range = cursor.depth();
                    while (cursor.child(range)) {
                        range(cursor, across, down);
                    }
                }
                // Some stand beside the element that they belong into.
                default -> range(cursor, across, down);
            }
        }
        if (found.resolutions.isEmpty()) {
            for (int dpi : USUAL_DPI) {
                if (across.has(dpi) && down.has(dpi)) {
                    found.resolutions.add(dpi);
                }
            }
        }
    }

    private static void discrete(XmlCursor cursor, Found found) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            int one = cursor.depth();
            int across = 0;
            int down = -1;
            while (cursor.child(one)) {
                switch (cursor.name()) {
                    case "XResolution" -> across = number(cursor.text());
                    case "YResolution" -> down = number(cursor.text());
                    default -> {
                        // Nothing else is known to stand here.
                    }
                }
            }
            if (across == down && across > 0 && across <= MOST_DPI) {
                found.resolutions.add(across);
            }
        }
    }

    private static final class Range {
        private int least;
        private int most;
        private int step = 1;

        boolean has(int dpi) {
            return least > 0
                    && dpi >= least
                    && dpi <= most
                    && (dpi - least) % Math.max(1, step) == 0;
        }
    }

    private static void range(XmlCursor cursor, Range across, Range down) throws XmlRefused {
        boolean wide = cursor.name().equals("XResolutionRange");
        if (!wide && !cursor.name().equals("YResolutionRange")) {
            return;
        }
        Range range = wide ? across : down;
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "Min" -> range.least = number(cursor.text());
                case "Max" -> range.most = number(cursor.text());
                case "Step" -> range.step = number(cursor.text());
                default -> {
                    // The usual value.
                }
            }
        }
    }

    /// A whole number; 0 for anything else.
    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
