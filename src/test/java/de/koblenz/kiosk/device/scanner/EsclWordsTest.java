package de.koblenz.kiosk.device.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.scanner.ScanSettings.Colour;
import de.koblenz.kiosk.device.scanner.ScanSettings.Source;
import de.koblenz.kiosk.xml.XmlRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read of a scanner's words, and what is said to it.
class EsclWordsTest {
    private static final String HEAD =
            "xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\""
                    + " xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\"";

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static EsclCapabilities capabilities(String inside) throws XmlRefused {
        return EsclCapabilities.read(
                bytes(
                        "<scan:ScannerCapabilities "
                                + HEAD
                                + ">"
                                + inside
                                + "</scan:ScannerCapabilities>"));
    }

    private static SourceCapabilities plate(String resolutions) throws XmlRefused {
        return capabilities(
                        "<scan:Platen><scan:PlatenInputCaps><scan:MaxWidth>2550</scan:MaxWidth><scan:SettingProfiles>"
                                + "<scan:SettingProfile><scan:SupportedResolutions>"
                                + resolutions
                                + "</scan:SupportedResolutions></scan:SettingProfile>"
                                + "</scan:SettingProfiles></scan:PlatenInputCaps></scan:Platen>")
                .platen()
                .orElseThrow();
    }

    private static String range(String axis, int least, int most, int step) {
        return "<scan:"
                + axis
                + "><scan:Min>"
                + least
                + "</scan:Min><scan:Max>"
                + most
                + "</scan:Max><scan:Normal>300</scan:Normal><scan:Step>"
                + step
                + "</scan:Step></scan:"
                + axis
                + ">";
    }

    @Test
    void resolutionsThatDifferAcrossAndDownAreNone() throws XmlRefused {
        String discrete =
                "<scan:DiscreteResolutions><scan:DiscreteResolution><scan:XResolution>300</scan:XResolution>"
                        + "<scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>"
                        + "<scan:DiscreteResolution><scan:XResolution>600</scan:XResolution>"
                        + "<scan:YResolution>1200</scan:YResolution></scan:DiscreteResolution>"
                        + "<scan:DiscreteResolution><scan:XResolution>-1</scan:XResolution>"
                        + "<scan:YResolution>-1</scan:YResolution></scan:DiscreteResolution></scan:DiscreteResolutions>";
        assertEquals(Set.of(300), plate(discrete).resolutions());
    }

    @Test
    void ofARangeTheUsualResolutionsAreTaken() throws XmlRefused {
        String both =
                range("XResolutionRange", 100, 600, 100) + range("YResolutionRange", 100, 300, 100);
        Set<Integer> expected = Set.of(100, 200, 300);
        assertEquals(
                expected,
                plate("<scan:ResolutionRange>" + both + "</scan:ResolutionRange>").resolutions());
        assertEquals(
                expected,
                plate("<scan:ResolutionRange/>" + both).resolutions(),
                "beside the element that they belong into");
    }

    @Test
    void aRangeOfNothingOffersNothing() throws XmlRefused {
        assertEquals(
                Set.of(),
                plate(range("XResolutionRange", 0, 0, 0) + range("YResolutionRange", 0, 0, 0))
                        .resolutions());
    }

    @ParameterizedTest
    @CsvSource({
        "100 200 300 600, 200, 200",
        "100 200 300 600, 201, 300",
        "100 150, 200, 150",
        "1200, 200, ",
        "150 1200, 200, 150",
        "75, 600, 75"
    })
    void theNextLargerResolutionIsTaken(String offered, int wanted, Integer taken) {
        SourceCapabilities source =
                new SourceCapabilities(
                        0,
                        0,
                        Set.of("RGB24"),
                        Set.copyOf(
                                List.of(offered.split(" ")).stream()
                                        .map(Integer::valueOf)
                                        .toList()),
                        true,
                        false);
        assertEquals(
                taken == null ? OptionalInt.empty() : OptionalInt.of(taken),
                source.resolution(wanted));
    }

    @ParameterizedTest
    @CsvSource({
        "Idle, , ONLINE, ",
        "Idle, ScannerAdfLoaded, ONLINE, ",
        "Idle, ScannedAdfLoaded, ONLINE, ",
        "Idle, ScannerAdfEmpty, ONLINE, ",
        "Processing, ScannerAdfProcessing, DEVICE_BUSY, ",
        "Testing, , DEVICE_BUSY, ",
        "Stopped, , HARDWARE_ERROR, BROKEN",
        "Down, ScannerAdfEmpty, HARDWARE_ERROR, BROKEN",
        "Stopped, ScannerAdfJam, USER_ERROR, JAM",
        "Idle, ScannerAdfJam, USER_ERROR, JAM",
        "Idle, ScannerAdfMispick, USER_ERROR, JAM",
        "Idle, ScannerAdfMultipickDetected, USER_ERROR, JAM",
        "Idle, ScannerAdfInputTrayOverloaded, USER_ERROR, JAM",
        "Idle, ScannerAdfInputTrayFailed, HARDWARE_ERROR, BROKEN",
        "Idle, ScannerAdfHatchOpen, USER_ERROR, COVER",
        "Idle, ScannerAdfDoorOpen, USER_ERROR, COVER",
        "Idle, ScannerAdfNoIdea, ONLINE, "
    })
    void everyWordOfItsStateIsUnderstood(
            String state, String feeder, DeviceState device, ScannerCode obstacle)
            throws XmlRefused {
        EsclStatus status =
                EsclStatus.read(
                        bytes(
                                "<scan:ScannerStatus "
                                        + HEAD
                                        + "><pwg:State>"
                                        + state
                                        + "</pwg:State>"
                                        + (feeder == null
                                                ? ""
                                                : "<scan:AdfState>" + feeder + "</scan:AdfState>")
                                        + "</scan:ScannerStatus>"));
        assertEquals(device, status.device());
        assertEquals(Optional.ofNullable(obstacle), status.obstacle(true));
    }

    @Test
    void theFeedersTroublesDoNotKeepThePlateFromScanning() throws XmlRefused {
        EsclStatus status =
                EsclStatus.read(
                        bytes(
                                "<scan:ScannerStatus "
                                        + HEAD
                                        + "><pwg:State>Idle</pwg:State>"
                                        + "<scan:AdfState>ScannerAdfJam</scan:AdfState></scan:ScannerStatus>"));
        assertEquals(Optional.empty(), status.obstacle(false));
    }

    @Test
    void aJobIsKnownByTheEndOfItsAddress() throws XmlRefused {
        EsclStatus status =
                EsclStatus.read(
                        bytes(
                                "<scan:ScannerStatus "
                                        + HEAD
                                        + "><pwg:State>Idle</pwg:State><scan:Jobs>"
                                        + "<scan:JobInfo><pwg:JobUri>http://elsewhere/eSCL/ScanJobs/7/</pwg:JobUri>"
                                        + "<pwg:JobState>Aborted</pwg:JobState></scan:JobInfo>"
                                        + "</scan:Jobs></scan:ScannerStatus>"));
        assertEquals(Optional.of(EsclStatus.JobState.ABORTED), status.job("/eSCL/ScanJobs/7"));
        assertEquals(Optional.empty(), status.job("/eSCL/ScanJobs/8"));
    }

    /// As PWG 5108.02 and eSCL 2.x have it: region in 300ths of an inch, DIN A4 is 2,480 by 3,508.
    @Test
    void theTicketSaysWhatIsWanted() throws ScanFault {
        SourceCapabilities source =
                new SourceCapabilities(
                        2_550, 4_200, Set.of("RGB24", "Grayscale8"), Set.of(200), true, true);
        ScanSettings settings = new ScanSettings(Source.FEEDER, 200, Colour.GREY, 5, 1 << 20);
        assertEquals(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
                xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
                <pwg:Version>2.0</pwg:Version>
                <pwg:ScanRegions><pwg:ScanRegion>\
                <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>\
                <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>\
                <pwg:Width>2480</pwg:Width><pwg:Height>3508</pwg:Height></pwg:ScanRegion></pwg:ScanRegions>
                <pwg:InputSource>Feeder</pwg:InputSource>
                <scan:ColorMode>Grayscale8</scan:ColorMode>
                <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>\
                <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
                <scan:XResolution>200</scan:XResolution><scan:YResolution>200</scan:YResolution>\
                <scan:Duplex>false</scan:Duplex>
                </scan:ScanSettings>
                """,
                new String(EsclTicket.of(settings, true, source).xml(), StandardCharsets.UTF_8));
    }

    @Test
    void aSmallPlateIsScannedAsAWhole() throws ScanFault {
        SourceCapabilities source =
                new SourceCapabilities(1_200, 0, Set.of("RGB24"), Set.of(200), true, false);
        EsclTicket ticket = EsclTicket.of(ScanSettings.USUAL, false, source);
        assertEquals(List.of(1_200, 3_508), List.of(ticket.widthUnits(), ticket.heightUnits()));
    }

    @Test
    void settingsBeyondAllMeasureAreAMistake() {
        for (int dpi : List.of(0, 74, 601)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ScanSettings(Source.PLATEN, dpi, Colour.GREY, 1, 4096));
        }
        assertThrows(IllegalArgumentException.class, () -> ScanSettings.USUAL.within(0, 4096));
        assertThrows(IllegalArgumentException.class, () -> ScanSettings.USUAL.within(1, 10));
        assertThrows(IllegalArgumentException.class, () -> ScanSettings.USUAL.within(1, 65 << 20));
    }

    @Test
    void damagedWordsAreRefusedAndNothingElse() {
        Random dice = new Random(16);
        byte[] whole =
                bytes(
                        "<scan:ScannerCapabilities "
                                + HEAD
                                + "><scan:Platen><scan:PlatenInputCaps>"
                                + "<scan:MaxWidth>2550</scan:MaxWidth><scan:SettingProfiles><scan:SettingProfile>"
                                + "<scan:ColorModes><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>"
                                + "<scan:SupportedResolutions>"
                                + range("XResolutionRange", 75, 600, 1)
                                + "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>"
                                + "</scan:PlatenInputCaps></scan:Platen><scan:Adf><scan:AdfOptions><scan:AdfOption>"
                                + "Duplex</scan:AdfOption></scan:AdfOptions></scan:Adf></scan:ScannerCapabilities>");
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j <= dice.nextInt(4); j++) {
                damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt(256);
            }
            try {
                EsclCapabilities.read(damaged);
            } catch (XmlRefused _) {
                refused++;
            }
        }
        assertTrue(refused > 1_000, refused + " were refused");
    }
}
