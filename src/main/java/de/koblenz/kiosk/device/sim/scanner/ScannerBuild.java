package de.koblenz.kiosk.device.sim.scanner;

import java.util.List;

/// What a simulated scanner is like.
///
/// @param platen has a glass plate
/// @param feeder has a feeder
/// @param seesPaper its feeder knows whether paper lies in it
/// @param resolutions dots per inch
/// @param colourModes such as `RGB24`
/// @param formats such as `image/jpeg`
/// @param range tells its resolutions as a range from the smallest to the largest
public record ScannerBuild(
        boolean platen,
        boolean feeder,
        boolean seesPaper,
        List<Integer> resolutions,
        List<String> colourModes,
        List<String> formats,
        boolean range) {
    /// As most in offices.
    public static final ScannerBuild ALL_IN_ONE =
            new ScannerBuild(
                    true,
                    true,
                    true,
                    List.of(100, 200, 300, 600),
                    List.of("BlackAndWhite1", "Grayscale8", "RGB24"),
                    List.of("application/pdf", "image/jpeg"),
                    false);

    /// DIN A4 and a bit, in 300ths of an inch.
    static final int WIDTH = 2_550;

    static final int HEIGHT = 3_508;

    public ScannerBuild {
        resolutions = List.copyOf(resolutions);
        colourModes = List.copyOf(colourModes);
        formats = List.copyOf(formats);
    }

    /// The same with other sources.
    public ScannerBuild with(boolean withPlaten, boolean withFeeder) {
        return new ScannerBuild(
                withPlaten, withFeeder, seesPaper, resolutions, colourModes, formats, range);
    }

    /// The same, blind for paper in the feeder until it is to be drawn in.
    public ScannerBuild blind() {
        return new ScannerBuild(platen, feeder, false, resolutions, colourModes, formats, range);
    }

    /// The same with other abilities.
    public ScannerBuild with(
            List<Integer> dpi, List<String> modes, List<String> types, boolean asRange) {
        return new ScannerBuild(platen, feeder, seesPaper, dpi, modes, types, asRange);
    }

    /// `scan:ScannerCapabilities`.
    String capabilities() {
        StringBuilder xml =
                new StringBuilder(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
                        xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
                          <pwg:Version>2.63</pwg:Version>
                          <pwg:MakeAndModel>Simulated Scanner</pwg:MakeAndModel>
                          <pwg:SerialNumber>0000000001</pwg:SerialNumber>
                          <scan:UUID>6f5f2a0e-0000-4000-8000-000000000001</scan:UUID>
                        """);
        if (platen) {
            xml.append("<scan:Platen><scan:PlatenInputCaps>\n").append(source());
            xml.append("</scan:PlatenInputCaps></scan:Platen>\n");
        }
        if (feeder) {
            xml.append("<scan:Adf><scan:AdfSimplexInputCaps>\n").append(source());
            xml.append(
                    "</scan:AdfSimplexInputCaps><scan:FeederCapacity>35</scan:FeederCapacity>\n");
            if (seesPaper) {
                xml.append(
                        "<scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions>\n");
            }
            xml.append("</scan:Adf>\n");
        }
        return xml.append("</scan:ScannerCapabilities>\n").toString();
    }

    private String source() {
        StringBuilder xml = new StringBuilder();
        xml.append("<scan:MinWidth>118</scan:MinWidth><scan:MaxWidth>").append(WIDTH);
        xml.append("</scan:MaxWidth><scan:MinHeight>118</scan:MinHeight><scan:MaxHeight>");
        xml.append(HEIGHT)
                .append("</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions>\n");
        xml.append("<scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>");
        for (String mode : colourModes) {
            xml.append("<scan:ColorMode>").append(mode).append("</scan:ColorMode>");
        }
        xml.append("</scan:ColorModes><scan:DocumentFormats>");
        for (String format : formats) {
            xml.append("<pwg:DocumentFormat>").append(format).append("</pwg:DocumentFormat>");
        }
        for (String format : formats) {
            xml.append("<scan:DocumentFormatExt>")
                    .append(format)
                    .append("</scan:DocumentFormatExt>");
        }
        xml.append("</scan:DocumentFormats><scan:SupportedResolutions>\n");
        xml.append(range ? ranges() : discrete());
        return xml.append(
                        "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>\n")
                .toString();
    }

    private String discrete() {
        StringBuilder xml = new StringBuilder("<scan:DiscreteResolutions>");
        for (int dpi : resolutions) {
            xml.append("<scan:DiscreteResolution><scan:XResolution>").append(dpi);
            xml.append("</scan:XResolution><scan:YResolution>").append(dpi);
            xml.append("</scan:YResolution></scan:DiscreteResolution>");
        }
        return xml.append("</scan:DiscreteResolutions>\n").toString();
    }

    private String ranges() {
        StringBuilder xml = new StringBuilder("<scan:ResolutionRange>");
        for (String axis : List.of("XResolutionRange", "YResolutionRange")) {
            xml.append("<scan:").append(axis).append("><scan:Min>").append(resolutions.getFirst());
            xml.append("</scan:Min><scan:Max>").append(resolutions.getLast());
            xml.append("</scan:Max><scan:Normal>300</scan:Normal><scan:Step>1</scan:Step></scan:");
            xml.append(axis).append('>');
        }
        return xml.append("</scan:ResolutionRange>\n").toString();
    }

    /// Whether it can do what is asked for; a scanner answers 409 if not.
    boolean can(ScanTicket ticket) {
        boolean known =
                (platen && ticket.source().equals("Platen"))
                        || (feeder && ticket.source().equals("Feeder"));
        boolean sharp =
                range
                        ? ticket.dpi() >= resolutions.getFirst()
                                && ticket.dpi() <= resolutions.getLast()
                        : resolutions.contains(ticket.dpi());
        return known
                && sharp
                && colourModes.contains(ticket.colourMode())
                && formats.contains(ticket.format())
                && ticket.right() <= WIDTH
                && ticket.bottom() <= HEIGHT
                && ticket.width() >= 118
                && ticket.height() >= 118;
    }
}
