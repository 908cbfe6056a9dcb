package de.koblenz.kiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.PartialDate;
import de.koblenz.kiosk.eid.data.Place;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The city's service over real HTTP, in the terms of `docs/identity-service.md`.
class IdentityServiceTest {
    private static final EidRequest REQUEST =
            new EidRequest(
                    Set.of(DataGroup.FAMILY_NAMES, DataGroup.DATE_OF_BIRTH),
                    Set.of(DataGroup.ACADEMIC_TITLE),
                    OptionalInt.of(16),
                    Optional.of(Octets.ofHex("02760701110000")),
                    true,
                    EidRequest.Manner.WITH_PIN);

    private HttpServer server;
    private IdentityService service;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    heard.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        service = new IdentityService(at("/ausweis"), "secret", Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private EidStep.IdentityRead result(String json) throws AuthorityException {
        status = 200;
        answer = json;
        return service.result(at("/ausweis/v1/results/7"));
    }

    @Test
    void aSessionIsOpenedWithWhatIsAskedFor() throws Exception {
        status = 201;
        answer = "{\"tcTokenUrl\":\"https://ausweis.example/token/7\"}";
        assertEquals(URI.create("https://ausweis.example/token/7"), service.open(REQUEST));
        assertEquals(
                List.of(
                        "POST /ausweis/v1/sessions Bearer secret {\"required\":[\"familyNames\",\"dateOfBirth\"],"
                                + "\"optional\":[\"academicTitle\"],\"ageVerification\":16,"
                                + "\"placeVerification\":\"02760701110000\",\"restrictedId\":true,\"onSite\":false}"),
                heard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"tcTokenUrl\":7}",
                "{\"tcTokenUrl\":\"https:// /\"}",
                "{\"tcTokenUrl\":\"nowhere\"}",
                "{\"tcTokenUrl\":\"http://ausweis.example/token\"}"
            })
    void anAnswerWithoutAnEncryptedAddressOpensNothing(String json) {
        status = 201;
        answer = json;
        assertThrows(AuthorityException.class, () -> service.open(REQUEST));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 401, 404, 500})
    void anyOtherStatusOpensNothing(int other) {
        status = other;
        answer = "{\"tcTokenUrl\":\"https://ausweis.example/token/7\"}";
        assertThrows(AuthorityException.class, () -> service.open(REQUEST));
        assertEquals(1, heard.size(), "nobody is redirected with a token");
    }

    @Test
    void whatWasReadIsTold() throws Exception {
        EidStep.IdentityRead read =
                result(
                        """
                        {"personalData": {
                           "familyNames": "Müller", "givenNames": "Änne", "academicTitle": "",
                           "dateOfBirth": "1989    ", "documentType": "ID", "communityId": "02760701110000",
                           "placeOfBirth": {"freetextPlace": "Łódź"},
                           "placeOfResidence": {"structuredPlace":
                             {"street": "Lindenallee 7", "city": "Koblenz", "country": "D", "zipCode": "56068"}}},
                         "fulfilsAgeVerification": true, "fulfilsPlaceVerification": false,
                         "restrictedId": "00112233445566778899aabbccddeeff0011223344556677889900aabbccddee"}
                        """);
        assertEquals("GET /ausweis/v1/results/7 Bearer secret ", heard.getFirst());
        assertEquals(Optional.of("Müller"), read.data().familyNames());
        assertEquals(Optional.of("Änne"), read.data().givenNames());
        assertEquals(Optional.empty(), read.data().academicTitle());
        assertEquals(Optional.of(new PartialDate(1989, 0, 0)), read.data().dateOfBirth());
        assertEquals(Optional.of(new Place.FreeText("Łódź")), read.data().placeOfBirth());
        assertEquals(
                Optional.of(
                        new Place.Structured(
                                Optional.of("Lindenallee 7"),
                                "Koblenz",
                                Optional.empty(),
                                "D",
                                Optional.of("56068"))),
                read.data().placeOfResidence());
        assertEquals(Optional.of(Octets.ofHex("02760701110000")), read.data().municipality());
        assertEquals(Set.of(), read.data().unreadable());
        assertEquals(Optional.of(true), read.oldEnough());
        assertEquals(Optional.of(false), read.livesThere());
        assertEquals(32, read.pseudonym().orElseThrow().length());
        assertFalse(read.toString().contains("Müller"));
    }

    @Test
    void aGroupOfAnotherFormIsUnreadableAndSpoilsNothingElse() throws Exception {
        EidStep.IdentityRead read =
                result(
                        "{\"personalData\":{\"familyNames\":[1],\"givenNames\":\"A\\u0007\",\"birthName\":null,"
                                + "\"dateOfBirth\":\"19891399\",\"placeOfBirth\":\"Koblenz\",\"communityId\":\"0\","
                                + "\"academicTitle\":\"Dr.\",\"somethingNew\":{}}}");
        assertEquals(
                Set.of(
                        DataGroup.FAMILY_NAMES,
                        DataGroup.GIVEN_NAMES,
                        DataGroup.DATE_OF_BIRTH,
                        DataGroup.PLACE_OF_BIRTH,
                        DataGroup.MUNICIPALITY),
                read.data().unreadable());
        assertEquals(Set.of(DataGroup.ACADEMIC_TITLE), read.data().present());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"personalData\":[]}",
                "{\"personalData\":{},\"restrictedId\":\"00\"}",
                "{\"personalData\":{},\"restrictedId\":\"zz112233445566778899aabbccddeeff00112233\"}"
            })
    void anAnswerThatIsNoneIsRefused(String json) {
        assertThrows(AuthorityException.class, () -> result(json));
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        assertThrows(
                AuthorityException.class,
                () ->
                        result(
                                "{\"personalData\":{\"familyNames\":\""
                                        + "x".repeat(100_000)
                                        + "\"}}"));
    }

    /// The app names the address; whoever answers there would get the token.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://127.0.0.1:1/",
                "http://localhost/",
                "file:///etc/passwd",
                "relative"
            })
    void aForeignResultIsNotFetched(String refresh) {
        assertThrows(AuthorityException.class, () -> service.result(URI.create(refresh)));
        assertEquals(List.of(), heard);
    }
}
