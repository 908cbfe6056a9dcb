package de.koblenz.kiosk.device.profile;

/// A feature of the escpos-printer-db schema.
public enum Feature {
    BARCODE_A("barcodeA"),
    BARCODE_B("barcodeB"),
    BIT_IMAGE_COLUMN("bitImageColumn"),
    BIT_IMAGE_RASTER("bitImageRaster"),
    GRAPHICS("graphics"),
    HIGH_DENSITY("highDensity"),
    PAPER_FULL_CUT("paperFullCut"),
    PAPER_PART_CUT("paperPartCut"),
    PDF417_CODE("pdf417Code"),
    PULSE_BEL("pulseBel"),
    PULSE_STANDARD("pulseStandard"),
    QR_CODE("qrCode"),
    STAR_COMMANDS("starCommands");

    private final String word;

    Feature(String word) {
        this.word = word;
    }

    /// The name in the files.
    public String word() {
        return word;
    }
}
