package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.StaffConfirmation;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.DataGroupReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What readings by a played AusweisApp have in common: its words, from the transcripts of its published SDK documentation ("Workflow", "Messages",
/// version 1.26.2), and a server that counts its sessions.
final class PlayedReadings {
    static final StaffConfirmation CONFIRMED =
            new StaffConfirmation("service", Instant.parse("2026-11-22T10:00:00Z"));
    static final URI TOKEN = URI.create("https://test.governikus-eid.de/DEMO");
    static final String RUN =
            "> {\"cmd\":\"RUN_AUTH\",\"tcTokenURL\":\"https://test.governikus-eid.de/DEMO\",\"status\":false}\n"
                    + "< {\"msg\":\"AUTH\"}\n";
    static final String RIGHTS =
            "< {\"msg\":\"ACCESS_RIGHTS\",\"chat\":{\"effective\":[\"FamilyName\",\"GivenNames\",\"DocumentType\"],"
                    + "\"optional\":[\"GivenNames\"],\"required\":[\"FamilyName\",\"DocumentType\"]}}\n";
    static final String CERTIFICATE =
            "> {\"cmd\":\"GET_CERTIFICATE\"}\n"
                    + "< {\"msg\":\"CERTIFICATE\",\"description\":{\"issuerName\":\"Governikus Test DVCA\","
                    + "\"issuerUrl\":\"http://www.governikus.de\",\"subjectName\":\"Governikus GmbH & Co. KG\","
                    + "\"subjectUrl\":\"https://test.governikus-eid.de\",\"termsOfUsage\":\"Anschrift: Am Fallturm 9\","
                    + "\"purpose\":\"Demonstration des eID-Service\"},"
                    + "\"validity\":{\"effectiveDate\":\"2016-07-31\",\"expirationDate\":\"2016-08-30\"}}\n";
    static final String DECLINE =
            "> {\"cmd\":\"SET_ACCESS_RIGHTS\",\"chat\":[]}\n"
                    + "< {\"msg\":\"ACCESS_RIGHTS\",\"chat\":{\"effective\":[\"FamilyName\",\"DocumentType\"],"
                    + "\"optional\":[\"GivenNames\"],\"required\":[\"FamilyName\",\"DocumentType\"]}}\n"
                    + "> {\"cmd\":\"ACCEPT\"}\n";
    static final String DONE =
            "< {\"msg\":\"AUTH\",\"result\":{\"major\":\"http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok\"},"
                    + "\"url\":\"https://test.governikus-eid.de/DEMO/?refID=123456\"}\n";
    static final EidRequest REQUEST =
            new EidRequest(
                    Set.of(DataGroup.FAMILY_NAMES, DataGroup.DOCUMENT_TYPE),
                    Set.of(DataGroup.GIVEN_NAMES),
                    OptionalInt.empty(),
                    Optional.empty(),
                    false,
                    EidRequest.Manner.WITH_PIN);

    static String enter(String what, int tries, boolean keypad) {
        return "< {\"msg\":\""
                + what
                + "\",\"reader\":{\"attached\":true,\"card\":{\"inoperative\":false,\"deactivated\":false,\"retryCounter\":"
                + tries
                + "},\"keypad\":"
                + keypad
                + ",\"name\":\"NFC\"}}\n";
    }

    static String set(String what, String digits) {
        return "> {\"cmd\":\"" + what + "\",\"value\":\"" + digits + "\"}\n";
    }

    /// A server that counts its sessions.
    static final class Server implements EidServer {
        final List<URI> asked = new ArrayList<>();

        @Override
        public URI open(EidRequest request) {
            return TOKEN;
        }

        @Override
        public EidStep.IdentityRead result(URI refresh) {
            asked.add(refresh);
            return new EidStep.IdentityRead(
                    DataGroupReader.read(Map.of(), Set.of()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0);
        }
    }

    final Server server = new Server();
    final List<StaffConfirmation> register = new ArrayList<>();

    AusweisAppReading reading(AusweisApp app, EidRequest request) {
        return new AusweisAppReading(app, server, register::add, request);
    }

    @FunctionalInterface
    interface Scene {
        void play(AusweisAppReading reading) throws Exception;
    }

    void play(String script, EidRequest request, Scene scene) throws Exception {
        try (PlayedApp played = new PlayedApp(script);
                AusweisApp app = played.app()) {
            try (AusweisAppReading reading = reading(app, request)) {
                scene.play(reading);
            }
            played.assertPlayed();
        }
    }

    static EidStep lay(AusweisAppReading reading) {
        return reading.card(new UntouchedReader());
    }
}
