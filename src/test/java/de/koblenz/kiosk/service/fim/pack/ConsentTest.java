package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an overlay says of consents.
class ConsentTest {
    private static final String TEXT =
            "service.hund-anmelden.field.F99000000002.option.true: Ich stimme zu.\n";

    @TempDir Path services;

    private SamplePackage sample(String consent) {
        SamplePackage sample = SamplePackage.in(services);
        return sample.overlay(
                        "printing: [receipt]\n",
                        "printing: [receipt]\nconsent:\n  " + consent + "\n")
                .write("texts.de.yaml", sample.text("texts.de.yaml") + TEXT);
    }

    @Test
    void aFieldBecomesADeclaration() {
        ServicePackage read = sample("F99000000002: {}").read();
        assertEquals(List.of(), read.problems());
        FieldPath path = FieldPath.of("F99000000002");
        assertEquals(
                Map.of(path, new Consent(Optional.empty(), Optional.empty())), read.consents());
        assertTrue(
                read.journey().orElseThrow().questionnaire().form().find(path).orElseThrow()
                                instanceof Field field
                        && field.type() instanceof FieldType.Consent);
        assertTrue(read.notes().stream().anyMatch(n -> n.problem().code().equals("PKG-CONSENT")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    F99000000009: {}                            | 38:3 PKG-FIELD
                    F99000000001: {}                            | 38:3 PKG-CONSENT
                    F99000000003: {}                            | 38:3 PKG-CONSENT
                    F99000000002: {wording: F99000000003}       | 38:27 PKG-CONSENT
                    F99000000002: {time: F99000000003}          | 38:24 PKG-CONSENT
                    F99000000002: {wording: F99000000007}       | 38:27 PKG-CONSENT
                    F99000000002: {times: F99000000005}         | 38:18 CFG-UNKNOWN-KEY
                    """)
    void aMistakeIsSaidAtItsPlace(String consent, String expected) {
        ServicePackage read = sample(consent).read();
        assertFalse(read.startable());
        assertEquals(
                expected,
                String.join(
                        ", ",
                        read.problems().stream()
                                .filter(p -> !p.code().equals("PKG-TEXT"))
                                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                                .toList()),
                () -> read.problems().toString());
    }

    /// A declaration whose time goes into a text of that kind.
    private ServicePackage timed(String precision) {
        String first = "    <x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt>\n";
        String place =
                "<x:struktur><x:anzahl>0:1</x:anzahl><x:enthaelt><x:datenfeld><x:identifikation>"
                        + "<x:id>F99000000021</x:id><x:version>1.0.0</x:version></x:identifikation>"
                        + "<x:name>Zeit</x:name><x:bezeichnungEingabe>Zeit</x:bezeichnungEingabe>"
                        + "<x:feldart><code>input</code></x:feldart><x:datentyp><code>text</code>"
                        + "</x:datentyp><x:praezisierung "
                        + precision
                        + "/></x:datenfeld></x:enthaelt></x:struktur>\n";
        SamplePackage sample = sample("F99000000002: {time: F99000000021}");
        String schema = sample.text("hund.xdf3.xml");
        int at = schema.indexOf(first);
        sample.write("hund.xdf3.xml", schema.substring(0, at) + place + schema.substring(at));
        String hash = sample.read().imported().orElseThrow().identity().sha256();
        return sample.write(
                        "service.yaml",
                        sample.text("service.yaml")
                                .replaceFirst(
                                        "sha256: \"[0-9a-f]{64}\"", "sha256: \"" + hash + "\""))
                .read();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pattern=\".{19}[+-]\\d\\d:\\d\\d\"",
                "maxLength=\"25\"",
                "minLength=\"25\" maxLength=\"25\""
            })
    void aPlaceForTheTimeToTheSecondIsTaken(String precision) {
        ServicePackage read = timed(precision);
        assertEquals(List.of(), read.problems());
        assertEquals(
                new Consent(Optional.of(FieldPath.of("F99000000021")), Optional.empty()),
                read.consents().get(FieldPath.of("F99000000002")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pattern=\".*\\.\\d{3}.*\"", "maxLength=\"24\"", "minLength=\"26\""})
    void aPlaceThatWhatIsWrittenWouldBreakIsRefused(String precision) {
        assertEquals(
                List.of("PKG-CONSENT"),
                timed(precision).problems().stream().map(Problem::code).toList());
    }

    /// XML Schema part 2, 3.2.7: no fraction of a second is needed, and without one all have the same length.
    @Test
    void aMomentHasSecondsAndItsOffset() {
        assertEquals(
                "2026-12-01T08:00:00+01:00",
                Consent.moment(
                        ZonedDateTime.parse("2026-12-01T08:00:00.987+01:00[Europe/Berlin]")));
    }

    @Test
    void whatTheOverlayFillsInNobodyHasAgreedTo() {
        ServicePackage read =
                sample("F99000000002: {}")
                        .overlay("prefill:\n", "prefill:\n  F99000000002: {value: \"true\"}\n")
                        .read();
        assertEquals(
                List.of("PKG-CONSENT"),
                read.problems().stream()
                        .map(problem -> problem.code())
                        .filter(code -> !code.equals("PKG-TEXT"))
                        .toList());
    }

    @Test
    void aDeclarationWithoutWordsIsNone() {
        ServicePackage read =
                SamplePackage.in(services)
                        .overlay(
                                "printing: [receipt]\n",
                                "printing: [receipt]\nconsent:\n  F99000000002: {}\n")
                        .read();
        assertTrue(
                read.problems().toString().contains("F99000000002.option.true' is missing"),
                read.problems().toString());
    }
}
