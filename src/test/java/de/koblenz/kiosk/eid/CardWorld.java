package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/// An issuer of cards, an authority that they believe, and workflows that trust both.
final class CardWorld {
    static final DocumentIssuer ISSUER =
            new DocumentIssuer(Instant.parse("2010-01-01T00:00:00Z"), new Random(3));
    static final PassiveAuthentication TRUST = trust();
    static final EidRequest FIVE_GROUPS =
            EidRequest.of(
                    DataGroup.GIVEN_NAMES,
                    DataGroup.FAMILY_NAMES,
                    DataGroup.ACADEMIC_TITLE,
                    DataGroup.DATE_OF_BIRTH,
                    DataGroup.PLACE_OF_RESIDENCE);

    final TestAuthority authority;
    static final StaffConfirmation CONFIRMED =
            new StaffConfirmation("bewohnerparkausweis", Authorities.CLOCK.instant());

    final List<StaffConfirmation> register = new ArrayList<>();

    CardWorld(TestAuthority authority) {
        this.authority = authority;
    }

    CardWorld() {
        this(Authorities.full());
    }

    private static PassiveAuthentication trust() {
        try {
            return new PassiveAuthentication(List.of(Octets.of(ISSUER.authorityCertificate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EidRequest everything() {
        return new EidRequest(
                EnumSet.allOf(DataGroup.class),
                Set.of(),
                OptionalInt.of(18),
                Optional.of(Octets.ofHex("02760701110000")),
                true,
                EidRequest.Manner.WITH_PIN);
    }

    static EidRequest onSite() {
        return new EidRequest(
                FIVE_GROUPS.required(),
                Set.of(),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                EidRequest.Manner.ON_SITE_WITH_CAN);
    }

    SimulatedEidCard card(Persona persona, CardCryptography cryptography, CvCertificate... roots) {
        List<byte[]> anchors = new ArrayList<>();
        for (CvCertificate root : roots) {
            anchors.add(root.encoded().toArray());
        }
        return new SimulatedEidCard(persona, cryptography, ISSUER, anchors, new Random(7));
    }

    SimulatedEidCard card(Persona persona) {
        return card(persona, CardCryptography.USUAL, authority.roots().getFirst());
    }

    EidWorkflow workflow(EidRequest request) {
        return workflow(authority, request);
    }

    EidWorkflow workflow(TerminalAuthority from, EidRequest request) {
        return new EidWorkflow(
                from, TRUST, Authorities.CLOCK, new FixedRandom(99), register::add, request);
    }

    /// A workflow that waits for a card.
    EidWorkflow agreed(EidRequest request) {
        EidWorkflow workflow = workflow(request);
        workflow.start();
        workflow.consent(request.optional());
        workflow.staffConfirmed(CONFIRMED);
        return workflow;
    }

    /// Lays the card on and types the PIN, which is right.
    static EidStep.IdentityRead read(EidWorkflow workflow, LaidCard card, String pin) {
        workflow.card(card);
        return assertInstanceOf(EidStep.IdentityRead.class, workflow.pin(Secrets.of(pin)));
    }
}
