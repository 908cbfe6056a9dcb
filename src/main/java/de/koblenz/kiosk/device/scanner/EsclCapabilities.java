package de.koblenz.kiosk.device.scanner;

import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a scanner can do (`scan:ScannerCapabilities`).
///
/// @param platen the glass plate
/// @param feeder the feeder, front sides
/// @param seesPaper whether it promises to know if paper lies in the feeder (`DetectPaperLoaded`)
record EsclCapabilities(
        Optional<SourceCapabilities> platen,
        Optional<SourceCapabilities> feeder,
        boolean seesPaper) {
    /// Reads the answer to `GET ScannerCapabilities`.
    ///
    /// @throws XmlRefused if it is no XML, hostile, or something else
    static EsclCapabilities read(byte[] xml) throws XmlRefused {
        XmlCursor cursor = Escl.open(xml, "ScannerCapabilities");
        Optional<SourceCapabilities> platen = Optional.empty();
        Optional<SourceCapabilities> feeder = Optional.empty();
        boolean seesPaper = false;
        int here = cursor.depth();
        while (cursor.child(here)) {
            int part = cursor.depth();
            switch (cursor.name()) {
                case "Platen" -> {
                    while (cursor.child(part)) {
                        if (cursor.name().equals("PlatenInputCaps")) {
                            platen = Optional.of(SourceCapabilities.read(cursor));
                        }
                    }
                }
                case "Adf" -> {
                    while (cursor.child(part)) {
                        switch (cursor.name()) {
                            case "AdfSimplexInputCaps" ->
                                    feeder = Optional.of(SourceCapabilities.read(cursor));
                            case "AdfOptions" -> seesPaper |= sees(cursor);
                            default -> {
                                // Both sides at once: back sides are mostly empty.
                            }
                        }
                    }
                }
                default -> {
                    // Names, numbers, pictures of the device.
                }
            }
        }
        return new EsclCapabilities(platen, feeder, seesPaper);
    }

    private static boolean sees(XmlCursor cursor) throws XmlRefused {
        boolean sees = false;
        int here = cursor.depth();
        while (cursor.child(here)) {
            sees |= cursor.name().equals("AdfOption") && cursor.text().equals("DetectPaperLoaded");
        }
        return sees;
    }

    /// Plate, feeder, or both.
    Set<ScanSettings.Source> sources() {
        EnumSet<ScanSettings.Source> sources = EnumSet.noneOf(ScanSettings.Source.class);
        platen.ifPresent(_ -> sources.add(ScanSettings.Source.PLATEN));
        feeder.ifPresent(_ -> sources.add(ScanSettings.Source.FEEDER));
        return Set.copyOf(sources);
    }
}
