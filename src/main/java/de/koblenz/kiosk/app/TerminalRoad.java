package de.koblenz.kiosk.app;

import de.koblenz.kiosk.eid.EidDialogue;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidWorkflow;
import de.koblenz.kiosk.eid.OnSiteRegister;
import de.koblenz.kiosk.eid.PinDialogue;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinManagement;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.health.OutsideServices;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The terminal's own protocols. By what right cards are read, and which cards are believed, is found out when it is first needed, because
/// that takes longer than the first page may wait. Thread-safe.
final class TerminalRoad implements CardRoad {
    /// No right to read a card; its PIN can be managed all the same.
    static final TerminalRoad WITHOUT_RIGHTS = new TerminalRoad(null);

    private static final System.Logger LOG = System.getLogger("kiosk.card");

    private final @Nullable Source source;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Rights opened;
    // Also read by those who must not wait until it is opened.
    private volatile OutsideServices.Right right = new OutsideServices.Right.Unknown();

    /// @param authority holds the terminal's certificate and key
    /// @param trust the issuers whose cards are believed
    record Rights(TerminalAuthority authority, PassiveAuthentication trust) {}

    /// Where the rights come from.
    @FunctionalInterface
    interface Source {
        Rights open() throws AuthorityException, IOException;
    }

    private TerminalRoad(@Nullable Source source) {
        this.source = source;
    }

    static TerminalRoad of(Source source) {
        return new TerminalRoad(source);
    }

    @Override
    public boolean identifies() {
        return source != null;
    }

    @Override
    public OutsideServices.Right right() {
        return right;
    }

    @Override
    public PinDialogue pins(PinGoal goal) {
        return new PinManagement(goal, random);
    }

    @Override
    public Optional<EidDialogue> reading(EidRequest request, Clock clock, OnSiteRegister register) {
        return rights().map(rights ->
                new EidWorkflow(
                        rights.authority(), rights.trust(), clock, random, register, request));
    }

    /// The rights; empty where there are none, or they cannot be had now.
    synchronized Optional<Rights> rights() {
        if (opened == null && source != null) {
            try {
                Rights found = source.open();
                right = held(found.authority().identity().terminal());
                opened = found;
            } catch (AuthorityException | IOException e) {
                right = new OutsideServices.Right.Missing();
                LOG.log(Level.ERROR, "no right to read identity cards: {0}", e.getMessage());
            }
        }
        return Optional.ofNullable(opened);
    }

    /// Its days are those of the office, the last one included (TR-03110-3 §C.1.7).
    private static OutsideServices.Right held(CvCertificate certificate) {
        return new OutsideServices.Right.Held(
                certificate.effective().atStartOfDay(KioskGraph.ZONE).toInstant(),
                certificate.expires().plusDays(1).atStartOfDay(KioskGraph.ZONE).toInstant());
    }

    @Override
    public void warmUp() {
        CardWarmup.curves(random);
        // Also reads the certificates, and finds the hardware module.
        var _ = rights();
    }

    @Override
    public void close() {}
}
