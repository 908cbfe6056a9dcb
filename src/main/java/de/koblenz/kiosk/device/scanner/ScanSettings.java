package de.koblenz.kiosk.device.scanner;

/// How a paper is scanned. The region is the whole plate or the whole sheet, DIN A4 at most.
///
/// @param source where the pages lie
/// @param dpi wanted dots per inch, 75 to 600; the scanner's next larger one is taken, or its largest
/// @param colour in colour or in grey; a scanner without the wanted one gives what it has
/// @param mostPages 1 to 100; a feeder with more fails with [ScannerCode#TOO_MANY]
/// @param mostBytes of all pages together, 1 kB to 64 MB; more fails with [ScannerCode#TOO_LARGE]
public record ScanSettings(Source source, int dpi, Colour colour, int mostPages, int mostBytes) {
    /// What is legible, and small enough to be sent: a written page in colour has about 400 kB.
    public static final ScanSettings USUAL =
            new ScanSettings(Source.WHICHEVER_IS_LOADED, 200, Colour.COLOUR, 20, 10 << 20);

    /// Where pages lie.
    public enum Source {
        /// The glass plate: one page.
        PLATEN,
        /// The feeder: all pages in it, their front sides.
        FEEDER,
        /// The feeder while paper lies in it, otherwise the plate.
        WHICHEVER_IS_LOADED
    }

    /// Colour of the pictures.
    public enum Colour {
        /// 24 bits.
        COLOUR,
        /// 8 bits.
        GREY
    }

    public ScanSettings {
        if (dpi < 75 || dpi > 600) {
            throw new IllegalArgumentException("dpi " + dpi);
        }
        if (mostPages < 1 || mostPages > 100) {
            throw new IllegalArgumentException("pages " + mostPages);
        }
        if (mostBytes < 1024 || mostBytes > 64 << 20) {
            throw new IllegalArgumentException("bytes " + mostBytes);
        }
    }

    /// The same of another source.
    public ScanSettings with(Source other) {
        return new ScanSettings(other, dpi, colour, mostPages, mostBytes);
    }

    /// The same with other limits, for example what an application still has room for.
    public ScanSettings within(int pages, int bytes) {
        return new ScanSettings(source, dpi, colour, pages, bytes);
    }
}
