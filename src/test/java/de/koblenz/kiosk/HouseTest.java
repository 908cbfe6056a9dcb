package de.koblenz.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// The rules of the house, each with its reason. Whoever wants one changed writes an ADR and changes it here.
@AnalyzeClasses(packages = "de.koblenz.kiosk", importOptions = DoNotIncludeTests.class)
class HouseTest {
    private static final String ROOT = "de.koblenz.kiosk.";

    /// Classes of ours outside `room` and outside the rooms that it may know.
    private static ArchRule room(String room, String reason, String... mayImport) {
        DescribedPredicate<JavaClass> foreign =
                new DescribedPredicate<>("classes of ours outside " + List.of(mayImport)) {
                    @Override
                    public boolean test(JavaClass type) {
                        String name = type.getPackageName();
                        if (!(name + ".").startsWith(ROOT) || name.equals(ROOT + room)) {
                            return false;
                        }
                        for (String other : mayImport) {
                            if (other.endsWith("..")
                                    ? (name + ".")
                                            .startsWith(
                                                    ROOT + other.substring(0, other.length() - 1))
                                    : name.equals(ROOT + other)) {
                                return false;
                            }
                        }
                        return true;
                    }
                };
        return noClasses()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .dependOnClassesThat(foreign)
                .because(reason)
                .allowEmptyShould(true);
    }

    private static ArchRule library(String name, String reason, String... homes) {
        String[] rooms = new String[homes.length];
        for (int i = 0; i < homes.length; i++) {
            rooms[i] = ROOT + homes[i];
        }
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(name)
                .because(reason)
                .allowEmptyShould(true);
    }

    @ArchTest
    static final ArchRule noCycles =
            slices().matching(ROOT + "(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a wing that needs another that needs it is one wing");

    @ArchTest
    static final ArchRule config =
            room("config", "a leaf: every other wing may read values, it knows none of them");

    @ArchTest
    static final ArchRule configPush =
            room(
                    "config.push",
                    "files that come and go; what is in them is read elsewhere",
                    "config");

    @ArchTest static final ArchRule text = room("text", "a leaf: words know nobody");

    @ArchTest
    static final ArchRule qr = room("qr", "a leaf: modules know neither screen nor paper");

    @ArchTest
    static final ArchRule form =
            room("service.form", "pure: federal schemata are imported into it without a terminal");

    @ArchTest
    static final ArchRule sandbox =
            room(
                    "sandbox",
                    "a stand-in that shared our code would prove that we agree with ourselves");

    @ArchTest
    static final ArchRule catalog =
            room(
                    "service.catalog",
                    "knows what the city offers, not how it is filled in",
                    "config");

    @ArchTest
    static final ArchRule journey =
            room(
                    "service.journey",
                    "one guided service as data",
                    "service.form",
                    "service.catalog",
                    "config");

    @ArchTest
    static final ArchRule xml =
            room("xml", "files of strangers, whatever they are about", "config");

    @ArchTest
    static final ArchRule process =
            room(
                    "service.fim.process",
                    "a drawn process becomes a journey, and back, without a terminal",
                    "xml",
                    "service.journey",
                    "service.form",
                    "config");

    @ArchTest
    static final ArchRule fim =
            room(
                    "service.fim",
                    "standard files become forms and journeys, without a terminal",
                    "xml",
                    "service.journey",
                    "service.form",
                    "service.catalog",
                    "config");

    @ArchTest
    static final ArchRule pack =
            room(
                    "service.fim.pack",
                    "joins federal files and the overlay of the city, without a terminal",
                    "service.fim",
                    "service.fim.process",
                    "xml",
                    "service.journey",
                    "service.form",
                    "service.catalog",
                    "config");

    @ArchTest
    static final ArchRule device =
            room("device", "the words that all devices share know no single device");

    @ArchTest
    static final ArchRule scanner =
            room("device.scanner", "a device like the others, over HTTP", "device", "xml");

    @ArchTest
    static final ArchRule deviceRooms =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "device..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "citizen..",
                            ROOT + "service..",
                            ROOT + "order..",
                            ROOT + "health..",
                            ROOT + "store..",
                            ROOT + "text..",
                            ROOT + "bench..",
                            ROOT + "sandbox..",
                            ROOT + "app..")
                    .because("devices are a library that knows nothing of citizens");

    @ArchTest
    static final ArchRule eid =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "eid..")
                    .should()
                    .dependOnClassesThat(
                            new DescribedPredicate<>(
                                    "classes of ours outside eid and device.card") {
                                @Override
                                public boolean test(JavaClass type) {
                                    String name = type.getPackageName() + ".";
                                    return name.startsWith(ROOT)
                                            && !name.startsWith(ROOT + "eid.")
                                            && !name.equals(ROOT + "device.card.");
                                }
                            })
                    .because("the card's protocols know neither screen nor PC/SC");

    @ArchTest
    static final ArchRule payment =
            room(
                    "order.payment",
                    "payment knows prices and terminals, not what is sold",
                    "service.catalog",
                    "device.terminal",
                    "order.wire");

    @ArchTest
    static final ArchRule submission =
            room(
                    "order.submission",
                    "sends what a form holds, sealed; knows no money",
                    "service.form",
                    "order.wire");

    @ArchTest
    static final ArchRule ticketing =
            room(
                    "order.ticketing",
                    "capacity has one owner; this is its client",
                    "service.catalog",
                    "order.wire");

    @ArchTest
    static final ArchRule wire =
            room("order.wire", "a leaf: how clients speak HTTP and JSON, whatever they say");

    @ArchTest
    static final ArchRule document =
            room(
                    "order.document",
                    "turns an order into paper",
                    "service.form",
                    "service.catalog",
                    "text",
                    "order.ticketing",
                    "device.printer");

    @ArchTest
    static final ArchRule orderKnowsNoCitizen =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "order..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "citizen..",
                            ROOT + "store..",
                            ROOT + "health..",
                            ROOT + "bench..",
                            ROOT + "sandbox..",
                            ROOT + "app..")
                    .because("sessions never resume, orders do: an order outlives its session");

    @ArchTest
    static final ArchRule session =
            room(
                    "citizen.session",
                    "pure: every path and every fault is a plain unit test",
                    "service..",
                    "order",
                    // Only for what a receipt says.
                    "order.document",
                    "order.ticketing",
                    "device",
                    "device.printer",
                    // Only the steps and values that stand in eidValues.
                    "eid..",
                    // Only for its value types, such as a text per language.
                    "config");

    /// What the session and the screens may know of a card: where its dialogue stands, what was read, why it failed. No
    /// protocol, no key, no secret.
    private static final List<String> EID_VALUES =
            List.of(
                    "eid.CanPurpose",
                    "eid.EidRequest",
                    "eid.EidStep",
                    "eid.EntryNote",
                    "eid.PinGoal",
                    "eid.PinStep",
                    "eid.StaffConfirmation",
                    "eid.certificate.CertificateDescription",
                    "eid.data.DataGroup",
                    "eid.data.PartialDate",
                    "eid.data.PersonalData",
                    "eid.data.Place",
                    "eid.failure.EidFailure",
                    "eid.protocol.PinState");

    @ArchTest
    static final ArchRule eidValues =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "citizen.session", ROOT + "citizen.ui..")
                    .should()
                    .dependOnClassesThat(
                            new DescribedPredicate<>("classes of the eid wing but its values") {
                                @Override
                                public boolean test(JavaClass type) {
                                    String name = type.getName();
                                    return name.startsWith(ROOT + "eid.")
                                            && EID_VALUES.stream()
                                                    .map(value -> ROOT + value)
                                                    .noneMatch(value ->
                                                            name.equals(value)
                                                                    || name.startsWith(
                                                                            value + "$"));
                                }
                            })
                    .because("no state, event or page ever holds a PIN or speaks with a card");

    @ArchTest
    static final ArchRule sessionIsPure =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            ROOT + "citizen.session", ROOT + "service.form", ROOT + "fleet.model")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
                    .because("no clock, thread or device in the pure core");

    @ArchTest
    static final ArchRule run =
            room(
                    "citizen.run",
                    "carries out effects",
                    "citizen.session",
                    "citizen.speech",
                    "order..",
                    "eid..",
                    "device..",
                    "service..");

    @ArchTest
    static final ArchRule ui =
            room(
                    "citizen.ui",
                    "draws; decides nothing",
                    "citizen.session",
                    "service..",
                    "text",
                    "qr",
                    "config",
                    "order",
                    "order.ticketing",
                    "device",
                    // Only the steps and values that stand in eidValues.
                    "eid..");

    @ArchTest
    static final ArchRule views =
            room(
                    "citizen.ui.view",
                    "draws pages; knows no state, no catalogue, no order",
                    "citizen.ui",
                    "citizen.session",
                    "qr",
                    "text",
                    "config");

    @ArchTest
    static final ArchRule health =
            room("health", "tells of devices, never of citizens", "device", "config", "health..");

    @ArchTest
    static final ArchRule host = room("health.host", "figures of the machine alone", "health");

    @ArchTest
    static final ArchRule oneDoor =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(ROOT + "health.BrokerConnection")
                    // The data centre's line, which no terminal has: see dataCentreLine.
                    .and()
                    .haveNameNotMatching("de\\.koblenz\\.kiosk\\.health\\.HostLine(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "org\\.eclipse\\.paho\\.mqttv5\\.client\\.(Mqtt(Async)?Client|Mqtt(Async)?ClientInterface|IMqtt.*Client)")
                    .because(
                            "what is published passes BrokerConnection, which takes only what went through the list of"
                                    + " metrics or the codec of events");

    @ArchTest
    static final ArchRule dataCentreLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "fleet.collector")
                    .and()
                    .haveNameNotMatching("de\\.koblenz\\.kiosk\\.health\\.HostLine(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(ROOT + "health.HostLine")
                    .because("it takes any bytes, so no terminal may have it");

    @ArchTest
    static final ArchRule sparkplug =
            room("health.sparkplug", "a leaf: the protocol and the list of what may be told");

    @ArchTest
    static final ArchRule command =
            room(
                    "health.command",
                    "what is asked of a terminal knows neither broker nor disk nor screen",
                    "health.event");

    @ArchTest
    static final ArchRule event =
            room("health.event", "what is told for sure knows neither broker nor disk", "device");

    @ArchTest
    static final ArchRule fleetModel =
            room(
                    "fleet.model",
                    "pure, with words of its own: terminals of several versions speak to it");

    @ArchTest
    static final ArchRule fleetCollector =
            room(
                    "fleet.collector",
                    "from the wire to what the data centre knows, and back",
                    "fleet.model",
                    // Only for the name of a device in an event.
                    "device",
                    "health",
                    "health.sparkplug",
                    "health.event",
                    "health.command",
                    "config");

    @ArchTest
    static final ArchRule fleetBoard =
            room(
                    "fleet.board",
                    "what operators look at, as data: order, filter and words are plain unit tests",
                    "fleet.model",
                    "text");

    @ArchTest
    static final ArchRule fleetMonitor =
            room(
                    "fleet.monitor",
                    "draws and takes wishes; knows neither broker nor disk",
                    "fleet.board",
                    "fleet.model",
                    "text",
                    // Only for the commands themselves.
                    "health.command");

    @ArchTest
    static final ArchRule fleetReport =
            room("fleet.report", "a report as files", "fleet.board", "fleet.model", "text");

    @ArchTest
    static final ArchRule farEnds =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "app", ROOT + "bench", ROOT + "device.sim..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "device.sim..")
                    .because("simulate below the driver: the real driver always runs");

    @ArchTest
    static final ArchRule nobodyImportsApp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "app")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "app")
                    .because("the composition root knows all and is known by none");

    @ArchTest
    static final ArchRule sandboxStaysOutside =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "bench", ROOT + "sandbox")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "sandbox")
                    .because(
                            "the stand-ins are a jar of their own that a terminal in service lacks");

    @ArchTest
    static final ArchRule javafx =
            library(
                    "javafx..",
                    "only screens know JavaFX",
                    "citizen.ui.view",
                    "fleet.monitor",
                    "bench",
                    "app");

    @ArchTest
    static final ArchRule serial =
            library("com.fazecast..", "one home, so that it can be exchanged", "device.transport");

    @ArchTest
    static final ArchRule smartcards =
            library(
                    "javax.smartcardio..",
                    "one home, and the far end that is plugged in below it",
                    "device.card",
                    "device.sim");

    @ArchTest
    static final ArchRule simulatedCard =
            room(
                    "device.sim.card",
                    "a card that shared code with the terminal would prove that we agree with ourselves",
                    "device.sim");

    @ArchTest
    static final ArchRule simulatedScanner =
            room(
                    "device.sim.scanner",
                    "a scanner that shared code with the driver would prove that we agree with ourselves",
                    // Only for the fonts.
                    "device.printer");

    @ArchTest
    static final ArchRule sql =
            library(
                    "java.sql..",
                    "one home; the stand-ins own their databases",
                    "store",
                    "sandbox");

    @ArchTest static final ArchRule paho = library("org.eclipse.paho..", "one home", "health");

    @ArchTest
    static final ArchRule monitorTheme =
            library("atlantafx..", "a terminal does without it", "fleet.monitor");

    @ArchTest
    static final ArchRule pdf =
            library("com.openhtmltopdf..", "a terminal does without it", "fleet.report");

    @ArchTest
    static final ArchRule pdfReader =
            library(
                    "org.apache.pdfbox..",
                    "a terminal writes documents and opens none",
                    "fleet.report",
                    "sandbox");

    @ArchTest
    static final ArchRule protobuf =
            library("com.google.protobuf..", "one home", "health.sparkplug");

    @ArchTest static final ArchRule zxing = library("com.google.zxing..", "one home", "qr");

    @ArchTest
    static final ArchRule lucene = library("org.apache.lucene..", "one home", "service.catalog");

    @ArchTest static final ArchRule jsoup = library("org.jsoup..", "one home", "service.fim");

    @ArchTest
    static final ArchRule bouncyCastle =
            library(
                    "org.bouncycastle..",
                    "one home; the simulated card is written apart from it",
                    "eid..",
                    "device.sim.card");

    @ArchTest
    static final ArchRule bpmn = library("org.operaton..", "one home", "service.fim.process");

    @ArchTest static final ArchRule yaml = library("org.snakeyaml..", "one home", "config");

    @ArchTest
    static final ArchRule clockIsInjected =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "app", ROOT + "sandbox")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("time-outs, holds and tickets are tested on an injected clock");

    @ArchTest
    static final ArchRule names =
            classes()
                    .should()
                    .haveSimpleNameNotEndingWith("Manager")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Util")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Utils")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Impl")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Helper")
                    .because("such a name says that nobody knew what the class is for");
}
