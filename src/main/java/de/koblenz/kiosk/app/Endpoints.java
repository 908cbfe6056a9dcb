package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.config.DeviceSettings;
import de.koblenz.kiosk.config.EidSettings;
import de.koblenz.kiosk.config.KioskSettings;
import de.koblenz.kiosk.config.PortAddress;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ScannerSettings;
import de.koblenz.kiosk.device.card.CardService;
import de.koblenz.kiosk.device.card.PcscException;
import de.koblenz.kiosk.device.card.PcscFault;
import de.koblenz.kiosk.device.card.PcscService;
import de.koblenz.kiosk.eid.ausweisapp.AppTimings;
import de.koblenz.kiosk.eid.ausweisapp.AusweisApp;
import de.koblenz.kiosk.eid.ausweisapp.IdentityService;
import de.koblenz.kiosk.order.payment.XBezahldienste;
import de.koblenz.kiosk.order.submission.FitConnect;
import java.net.URI;
import java.util.Optional;

/// Whom the terminal talks to: in service what the configuration names, on the bench the stand-ins.
///
/// @param payments account at the payment platform
/// @param booking base of the booking service
/// @param bookingToken its bearer token
/// @param submissions the city as a sender of FIT-Connect
/// @param printerProfile profile of the receipt printer
/// @param printerPort serial port, or `tcp://host:9100`
/// @param scanner eSCL of the document scanner; empty where there is none
/// @param cards PC/SC
/// @param road by which identity cards are reached
/// @param broker MQTT broker of the data centre
record Endpoints(
        XBezahldienste.Account payments,
        URI booking,
        String bookingToken,
        FitConnect.Client submissions,
        String printerProfile,
        String printerPort,
        Optional<URI> scanner,
        CardService cards,
        CardRoad road,
        URI broker) {
    /// What the terminal prints with.
    static final DeviceSettings.Role PRINTER = DeviceSettings.Role.RECEIPT_PRINTER;

    /// PC/SC that does not run.
    static final CardService NO_CARDS =
            () -> {
                throw new PcscException(PcscFault.NO_SERVICE);
            };

    /// What the configuration names, with the secrets read from their files.
    ///
    /// @param problems takes each secret that cannot be read: its file, never itself
    static Endpoints of(KioskSettings settings, Problems problems) {
        DeviceSettings printer = settings.terminal().device(PRINTER);
        return new Endpoints(
                new XBezahldienste.Account(
                        settings.payment().baseUrl(),
                        settings.payment().originatorId(),
                        settings.payment().endPointId(),
                        settings.payment().user(),
                        settings.payment().secretFile().content(problems)),
                settings.booking().url(),
                settings.booking().tokenFile().content(problems),
                new FitConnect.Client(
                        settings.submission().apiUrl(),
                        settings.submission().authUrl(),
                        settings.submission().clientId(),
                        settings.submission().secretFile().content(problems)),
                printer.profile(),
                port(printer.port()),
                settings.terminal().scanner().map(ScannerSettings::address),
                new PcscService(),
                road(settings.eid(), problems),
                settings.health().broker());
    }

    private static CardRoad road(EidSettings settings, Problems problems) {
        return switch (settings.road()) {
            case EidSettings.Road.Terminal terminal -> InstalledAuthority.road(terminal);
            case EidSettings.Road.AusweisApp(URI address, var service) ->
                    new AusweisAppRoad(
                            new AusweisApp(address, AppTimings.USUAL),
                            service.map(it ->
                                    new IdentityService(
                                            it.url(),
                                            it.tokenFile().content(problems),
                                            AppTimings.USUAL.answer())));
        };
    }

    /// The stand-ins of the bench.
    static Endpoints of(FarEnds ends, String printerProfile, CardRoad road) {
        return of(ends.addresses(), printerProfile, ends.cards(), road);
    }

    /// Stand-ins that may run in another process; PC/SC cannot.
    static Endpoints of(
            FarEnds.Addresses at, String printerProfile, CardService cards, CardRoad road) {
        return new Endpoints(
                new XBezahldienste.Account(
                        at.payments(),
                        at.originatorId(),
                        at.endPointId(),
                        at.paymentUser(),
                        at.paymentPassword()),
                at.booking(),
                at.bookingToken(),
                new FitConnect.Client(
                        at.submissions(), at.tokens(), at.clientId(), at.clientSecret()),
                printerProfile,
                at.printer().toString(),
                Optional.of(at.scanner()),
                cards,
                road,
                at.broker());
    }

    /// The same with another broker.
    Endpoints withBroker(URI other) {
        return new Endpoints(
                payments,
                booking,
                bookingToken,
                submissions,
                printerProfile,
                printerPort,
                scanner,
                cards,
                road,
                other);
    }

    /// Addresses at which nobody answers, for a start that is only to be learnt from.
    static Endpoints nobody(KioskSettings settings) {
        URI nowhere = URI.create("http://127.0.0.1:9/");
        return new Endpoints(
                new XBezahldienste.Account(nowhere, "nobody", "nobody", "nobody", ""),
                nowhere,
                "",
                new FitConnect.Client(nowhere, nowhere, "nobody", ""),
                settings.terminal().device(PRINTER).profile(),
                "/dev/null",
                Optional.empty(),
                NO_CARDS,
                TerminalRoad.WITHOUT_RIGHTS,
                URI.create("mqtt://127.0.0.1:9"));
    }

    private static String port(PortAddress address) {
        return switch (address) {
            case PortAddress.Serial(var device) -> device.toString();
            case PortAddress.Tcp(String host, int port) -> "tcp://" + host + ":" + port;
        };
    }

    @Override
    public String toString() {
        return "Endpoints[" + printerProfile + "]";
    }
}
