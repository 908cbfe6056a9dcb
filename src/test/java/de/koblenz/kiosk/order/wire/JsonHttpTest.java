package de.koblenz.kiosk.order.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHttpTest {
    private StubbornServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubbornServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonHttp http() {
        return new JsonHttp(server.base(), Duration.ofSeconds(5));
    }

    @Test
    void anAnswerIsAValue() throws IOException {
        server.says(409, "{\"code\":\"SOLD_OUT\"}");
        JsonHttp.Answer answer = http().get("x", "Bearer t");
        assertEquals(409, answer.status());
        assertFalse(answer.ok());
        assertEquals("SOLD_OUT", answer.text("code"));
        assertEquals("GET /x\nBearer t\n", server.asked.getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503, 504})
    void notNowIsNoAnswer(int status) {
        server.says(status, "{\"secret\":\"body\"}");
        IOException no = assertThrows(IOException.class, () -> http().get("x", ""));
        assertFalse(String.valueOf(no.getMessage()).contains("body"));
    }

    @Test
    void aPageOfAProxyIsNotBelieved() throws IOException {
        server.says(200, "<html>Please log in</html>");
        JsonHttp.Answer answer = http().get("x", "");
        assertTrue(answer.body().isMissingNode());
        assertThrows(IOException.class, () -> answer.text("transactionId"));
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        server.says(302, "");
        assertEquals(302, http().get("x", "").status());
        assertEquals(1, server.asked.size());
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        server.says(200, "\"" + "x".repeat(5 << 20) + "\"");
        assertThrows(IOException.class, () -> http().get("x", ""));
    }

    @Test
    void aBodyThatNeverComesIsNotWaitedFor() {
        server.says(200, "");
        server.stalls();
        JsonHttp hasty = new JsonHttp(server.base(), Duration.ofMillis(300));
        assertThrows(IOException.class, () -> hasty.get("x", ""));
    }

    @Test
    void nobodyThereIsNoAnswer() {
        JsonHttp http = new JsonHttp(URI.create("http://127.0.0.1:1/"), Duration.ofSeconds(5));
        assertThrows(IOException.class, () -> http.get("x", ""));
    }
}
