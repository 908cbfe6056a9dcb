package de.koblenz.kiosk.device.scanner;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a scanner is told to do (`scan:ScanSettings`, version 2.0): nothing in it comes from outside but numbers.
///
/// @param fed from the feeder, else from the plate
/// @param colour 24 bits, else 8 bits of grey
/// @param dpi both ways
/// @param widthUnits of the region, from the upper left corner, in 300ths of an inch
/// @param heightUnits of the region
/// @param formatTwice whether the format also stands in `scan:DocumentFormatExt`
record EsclTicket(
        boolean fed,
        boolean colour,
        int dpi,
        int widthUnits,
        int heightUnits,
        boolean formatTwice) {
    /// DIN A4, 210 by 297 millimetres.
    private static final int A4_WIDTH = 2_480;

    private static final int A4_HEIGHT = 3_508;

    private static final String COLOUR = "RGB24";
    private static final String GREY = "Grayscale8";

    /// The ticket for what is wanted, as far as the source can do it.
    ///
    /// @throws ScanFault `SCN-UNSUPPORTED` if it cannot
    static EsclTicket of(ScanSettings wanted, boolean fed, SourceCapabilities source)
            throws ScanFault {
        boolean hasColour = source.colourModes().contains(COLOUR);
        boolean hasGrey = source.colourModes().contains(GREY);
        if (!source.jpeg() || !(hasColour || hasGrey)) {
            throw new ScanFault(ScannerCode.UNSUPPORTED);
        }
        boolean colour = hasColour && (wanted.colour() == ScanSettings.Colour.COLOUR || !hasGrey);
        return new EsclTicket(
                fed,
                colour,
                source.resolution(wanted.dpi())
                        .orElseThrow(() -> new ScanFault(ScannerCode.UNSUPPORTED)),
                least(source.widthUnits(), A4_WIDTH),
                least(source.heightUnits(), A4_HEIGHT),
                source.namesFormatsTwice());
    }

    private static int least(int largest, int paper) {
        return largest == 0 ? paper : Math.min(largest, paper);
    }

    /// As it is sent: UTF-8.
    byte[] xml() {
        return String.format(
                        Locale.ROOT,
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scan:ScanSettings xmlns:scan="%s" xmlns:pwg="%s">
                        <pwg:Version>2.0</pwg:Version>
                        <pwg:ScanRegions><pwg:ScanRegion>\
                        <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>\
                        <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>\
                        <pwg:Width>%d</pwg:Width><pwg:Height>%d</pwg:Height>\
                        </pwg:ScanRegion></pwg:ScanRegions>
                        <pwg:InputSource>%s</pwg:InputSource>
                        <scan:ColorMode>%s</scan:ColorMode>
                        <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>%s
                        <scan:XResolution>%d</scan:XResolution><scan:YResolution>%d</scan:YResolution>%s
                        </scan:ScanSettings>
                        """,
                        Escl.SCAN,
                        Escl.PWG,
                        widthUnits,
                        heightUnits,
                        fed ? "Feeder" : "Platen",
                        colour ? COLOUR : GREY,
                        formatTwice
                                ? "<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>"
                                : "",
                        dpi,
                        dpi,
                        fed ? "<scan:Duplex>false</scan:Duplex>" : "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
