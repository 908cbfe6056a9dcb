package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.app.WipedSession.Citizen;
import de.koblenz.kiosk.app.WipedSession.Datum;
import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.SimulatedCard;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.sandbox.ReceivedSubmission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of citizens at a terminal after they have gone.
final class WipeTest {
    private static final long SEED = 20_261_121;
    private static final long PATIENCE_SECONDS = 180;

    /// So much of a word is enough to be found: also what was typed before its last letters is personal.
    private static final int PART = 8;

    @Test
    void afterTheEndOfASessionNoPersonalDatumIsReachable(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path out = Files.createDirectories(folder.resolve("out"));
        Path home = Path.of(System.getProperty("kiosk.project", "."));
        Path configuration = copied(home.resolve("kiosk-config"), folder.resolve("config"));
        Path profiles = home.resolve("device-profiles");
        Installation installation = Installation.read(configuration, profiles, new Problems());
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        Clock clock = Clock.systemUTC();
        DocumentIssuer issuer = new DocumentIssuer(clock.instant(), new Random(SEED));
        Path certificate = folder.resolve("issuer.der");
        Files.write(certificate, issuer.authorityCertificate());
        Optional<Path> mosquitto = Peers.prefer("mosquitto");
        Path centre = folder.resolve("centre");
        try (ServerSocket cards = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                FarEnds ends =
                        new FarEnds(
                                folder.resolve("far"),
                                installation.profile(profile),
                                installation.destinations().iterator().next(),
                                installation.leikaKeys(),
                                List.of(),
                                clock)) {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-XX:+UseSerialGC",
                                    "-Xmx256m",
                                    "-Djava.awt.headless=true",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    WipedSession.class.getName(),
                                    configuration.toString(),
                                    profiles.toString(),
                                    data.toString(),
                                    out.toString(),
                                    Long.toString(SEED),
                                    Integer.toString(cards.getLocalPort()),
                                    certificate.toString()));
            DistantCard.serve(cards, (name, anchors) -> card(issuer, name, anchors));
            List<String> addresses = new ArrayList<>(WipedSession.arguments(ends.addresses()));
            if (mosquitto.isPresent()) {
                try (DataCentre kgrz = new DataCentre(mosquitto.get(), centre)) {
                    Files.writeString(
                            configuration.resolve("health.yaml"),
                            "\ncommandKeys: " + kgrz.commandKeys() + "\n",
                            StandardOpenOption.APPEND);
                    addresses.set(addresses.size() - 1, kgrz.address().toString());
                    command.addAll(addresses);
                    commanded(kgrz, installation, () -> exitCode(command, ends, out));
                }
            } else {
                command.addAll(addresses);
                assertEquals(0, exitCode(command, ends, out), () -> words(out.resolve("stderr")));
            }

            everythingWasReallyTyped(ends);
            // The wire, the outbox and the log among the files of the data folder, and the stores
            // of broker and monitor are searched below.
            for (String kind : List.of("/NBIRTH/", "/DBIRTH/", "/NDATA/", "/event\"")) {
                assertTrue(words(out.resolve("messages.jsonl")).contains(kind), kind);
            }
            assertTrue(Files.exists(data.resolve(DataCentreLine.DATABASE)), "no outbox");
            assertTrue(Files.exists(data.resolve("log/terminal.0.log")), "no log");
            Map<String, String> markers = markers();
            List<String> found = new ArrayList<>();
            boolean control = false;
            boolean pinControl = false;
            Set<String> leaked = new TreeSet<>();
            for (Path file : files(data, out, centre)) {
                String bytes = bytes(file);
                if (bytes.contains(start(Citizen.ENDS, Datum.FAMILY_NAME))) {
                    leaked.add(String.valueOf(file.getFileName()).replaceFirst("-wal$", ""));
                }
                found.addAll(traces(folder.relativize(file), bytes, markers));
                control |=
                        file.endsWith("heap.hprof")
                                && bytes.contains(start(Citizen.ENDS, Datum.FAMILY_NAME));
                if (file.endsWith("heap.hprof")) {
                    pinControl = arrayBegins(bytes, typed(Citizen.LEAKS_PIN, Datum.PIN));
                    for (var secret : PINS.entrySet()) {
                        if (arrayBegins(bytes, typed(secret.getKey(), secret.getValue()))) {
                            found.add(secret.getKey() + " " + secret.getValue() + " in the heap");
                        }
                    }
                }
            }
            if (mosquitto.isPresent()) {
                for (String store : List.of("wire.bin", "mosquitto.db", "fleet.db")) {
                    assertTrue(leaked.contains(store), () -> store + " not in " + leaked);
                }
            }
            assertTrue(pinControl, "not even the leaked PIN was found: the search is blind");
            assertTrue(control, "not even the leaked name was found: the search is blind");
            assertTrue(found.isEmpty(), () -> String.join("\n", found));
        }
    }

    /// Somebody at the data centre is curious all the while, and somebody else has a loose tongue: the control.
    private static void commanded(
            DataCentre kgrz, Installation installation, Callable<Integer> session)
            throws Exception {
        TerminalId terminal =
                new TerminalId(
                        installation.settings().health().office(),
                        installation.settings().terminal().id());
        kgrz.leak(start(Citizen.ENDS, Datum.FAMILY_NAME));
        CommandStore.Command log = kgrz.command(terminal, new Command.Logs(20_000), true);
        CommandStore.Command picture = kgrz.command(terminal, new Command.Screenshot(), true);
        assertEquals(0, session.call());
        assertEquals(Optional.of("done"), kgrz.answer(log));
        String pictured = kgrz.answer(picture).orElse("nothing");
        // These citizens come so quickly after each other that one may stand there at that very
        // moment.
        assertTrue(List.of("done", "failed CMD-PICTURE").contains(pictured), pictured);
        assertFalse(kgrz.unpack(log).isEmpty());
        assertEquals(pictured.equals("done"), kgrz.reply(picture).isPresent());
    }

    /// Six digits may stand anywhere by chance, but not at the beginning of an array.
    private static final Map<Citizen, Datum> PINS =
            Map.of(Citizen.READS_CARD, Datum.PIN, Citizen.CHANGES_PIN, Datum.NEW_PIN);

    /// The card of a citizen, with numbers and names that only this process knows.
    private static SimulatedCard card(DocumentIssuer issuer, String name, List<byte[]> anchors) {
        Citizen citizen = Citizen.valueOf(name);
        Persona someone = Personas.ORDINARY;
        Persona persona =
                new Persona(
                        "wiped",
                        "wiped",
                        someone.document(),
                        new Persona.Name(
                                typed(citizen, Datum.GIVEN_NAME),
                                typed(citizen, Datum.FAMILY_NAME),
                                "",
                                "",
                                ""),
                        someone.birth(),
                        new Persona.Residence.Address(
                                typed(citizen, Datum.STREET) + " 7",
                                "Koblenz",
                                "56068",
                                "02760701110000"),
                        someone.issued(),
                        someone.expires(),
                        new Persona.Secrets(
                                typed(citizen, Datum.PIN),
                                citizen == Citizen.UNBLOCKS_PIN ? 0 : 3,
                                true,
                                "500540",
                                typed(citizen, Datum.PUK)),
                        someone.extras());
        return new SimulatedEidCard(
                persona, CardCryptography.USUAL, issuer, anchors, new Random(SEED));
    }

    /// Whether an array of bytes or characters begins with those digits, in a dump of the heap (HPROF: number of elements
    /// in four bytes, type, elements).
    private static boolean arrayBegins(String heap, String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append('\0').append((char) digit));
        return arrayBegins(heap, '\b' + digits, digits.length())
                || arrayBegins(heap, '\5' + wide.toString(), digits.length());
    }

    private static boolean arrayBegins(String heap, String typeAndElements, int least) {
        for (int at = heap.indexOf(typeAndElements, 4);
                at >= 0;
                at = heap.indexOf(typeAndElements, at + 1)) {
            int elements = heap.charAt(at - 1);
            if (heap.startsWith("\0\0\0", at - 4) && elements >= least && elements <= 32) {
                return true;
            }
        }
        return false;
    }

    /// Runs the terminal; whoever is asked to pay pays.
    private static int exitCode(List<String> command, FarEnds ends, Path out)
            throws IOException, InterruptedException {
        Process terminal =
                new ProcessBuilder(command)
                        .redirectOutput(out.resolve("stdout").toFile())
                        .redirectError(out.resolve("stderr").toFile())
                        .start();
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!terminal.waitFor(100, TimeUnit.MILLISECONDS)) {
                ends.switchboard().payAll();
                assertTrue(System.nanoTime() < until, () -> words(out.resolve("stderr")));
            }
            return terminal.exitValue();
        } finally {
            terminal.destroyForcibly();
        }
    }

    private static void everythingWasReallyTyped(FarEnds ends) {
        String received =
                ends.switchboard().authority().received().stream()
                        .map(ReceivedSubmission::data)
                        .collect(Collectors.joining())
                        .toLowerCase(Locale.ROOT);
        for (Citizen citizen : List.of(Citizen.TAKES_PAPER, Citizen.TAKES_QR)) {
            for (Datum datum : Datum.values()) {
                assertTrue(
                        datum.compareTo(Datum.SEARCH) >= 0
                                || received.contains(typed(citizen, datum)),
                        () -> citizen + " " + datum + " did not reach the authority");
            }
        }
        String printed =
                ends.printer().papers().stream()
                        .map(PrintedPaper::lines)
                        .flatMap(List::stream)
                        .collect(Collectors.joining("\n"));
        assertTrue(
                printed.contains(typed(Citizen.TAKES_PAPER, Datum.GIVEN_NAME)),
                "the citizen's copy was not printed");
    }

    private static String typed(Citizen citizen, Datum datum) {
        boolean plate = datum == Datum.LICENCE_PLATE;
        int length =
                switch (datum) {
                    case LICENCE_PLATE -> 2 + WipedSession.DIGITS;
                    case PIN, NEW_PIN -> WipedSession.PIN;
                    case GIVEN_NAME, FAMILY_NAME, STREET, SEARCH, PUK -> WipedSession.LETTERS;
                };
        String typed =
                IntStream.range(0, length)
                        .mapToObj(place -> WipedSession.letter(SEED, citizen, datum, place))
                        .collect(Collectors.joining());
        return plate ? typed.substring(0, 2) + " " + typed.substring(2) : typed;
    }

    /// The beginning of what was typed, or all of a licence plate, whose beginning is too short to be told from chance.
    private static String start(Citizen citizen, Datum datum) {
        String typed = typed(citizen, datum);
        return datum == Datum.LICENCE_PLATE || datum == Datum.PUK
                ? typed
                : typed.substring(0, PART);
    }

    /// What must not be found, by its name; all but the leaked name.
    private static Map<String, String> markers() {
        Map<String, String> markers = new LinkedHashMap<>();
        for (Citizen citizen : Citizen.values()) {
            for (Datum datum : Datum.values()) {
                boolean shorter = datum == Datum.PIN || datum == Datum.NEW_PIN;
                if (!shorter && (citizen != Citizen.ENDS || datum != Datum.FAMILY_NAME)) {
                    markers.put(citizen + " " + datum, start(citizen, datum));
                }
            }
        }
        return markers;
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.exists(folder)) {
                continue;
            }
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    /// The file byte by byte as Latin-1, in small letters.
    private static String bytes(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static List<String> traces(Path file, String bytes, Map<String, String> markers) {
        Map<String, String> forms = new LinkedHashMap<>();
        markers.forEach((name, marker) -> {
            for (var charset :
                    List.of(
                            StandardCharsets.ISO_8859_1,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.UTF_16BE)) {
                forms.put(
                        new String(marker.getBytes(charset), StandardCharsets.ISO_8859_1),
                        name + " as " + charset);
            }
        });
        List<String> traces = new ArrayList<>();
        new WordSearch(forms.keySet())
                .first(bytes)
                .forEach((form, at) ->
                        traces.add(
                                "%s in %s at %d: %s"
                                        .formatted(forms.get(form), file, at, around(bytes, at))));
        return traces;
    }

    private static String around(String bytes, int at) {
        return bytes.substring(Math.max(0, at - 40), Math.min(bytes.length(), at + 80))
                .replaceAll("[^ -~]", "·");
    }

    private static String words(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
