package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.device.sim.SimulatedReader;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The cards that lie ready on the bench, one per persona: each keeps its counters and its PIN while it is put aside.
/// Thread-safe.
public final class CardTable {
    /// About 26 commands make a reading.
    private static final Duration CHIP = Duration.ofMillis(100);

    private final SimulatedReader reader;
    private final List<byte[]> trustAnchors;
    private final RandomGenerator random;
    private final DocumentIssuer issuer;
    private final Map<String, SimulatedEidCard> cards = new HashMap<>();

    /// @param trustAnchors card-verifiable certificates of the authorities that the cards believe
    CardTable(
            SimulatedReader reader,
            List<byte[]> trustAnchors,
            InstantSource clock,
            RandomGenerator random) {
        this.reader = reader;
        this.trustAnchors = List.copyOf(trustAnchors);
        this.random = random;
        this.issuer = new DocumentIssuer(clock.instant(), random);
    }

    /// Who signed the cards (X.509, DER): the terminal believes only cards of this one.
    public byte[] issuerCertificate() {
        return issuer.authorityCertificate();
    }

    /// Lays a persona's card on the reader, in place of any other.
    public synchronized void lay(Persona persona) {
        reader.lay(
                cards.computeIfAbsent(
                        persona.key(),
                        _ ->
                                new SimulatedEidCard(
                                        persona,
                                        CardCryptography.USUAL,
                                        issuer,
                                        trustAnchors,
                                        random)));
    }

    /// The chips need as long as real ones: a reading takes two to three seconds.
    public void takeTime() {
        reader.takeTime(CHIP);
    }

    /// Takes away whatever lies on the reader, also in the middle of a reading.
    public synchronized void take() {
        reader.take();
    }
}
