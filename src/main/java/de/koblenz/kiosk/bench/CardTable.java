package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.device.sim.SimulatedReader;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import java.util.HashMap;
import java.util.Map;

/// The cards that lie ready on the bench, one per persona: each keeps its counters and its PIN while it is put aside.
/// Thread-safe.
public final class CardTable {
    private final SimulatedReader reader;
    private final Map<String, SimulatedEidCard> cards = new HashMap<>();

    CardTable(SimulatedReader reader) {
        this.reader = reader;
    }

    /// Lays a persona's card on the reader, in place of any other.
    public synchronized void lay(Persona persona) {
        reader.lay(
                cards.computeIfAbsent(
                        persona.key(), _ -> new SimulatedEidCard(persona, CardCryptography.USUAL)));
    }

    /// Takes away whatever lies on the reader, also in the middle of a reading.
    public synchronized void take() {
        reader.take();
    }
}
