package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whole dialogues with a card that lies somewhere: a clear end, no exception, no hang.
class HostileCardTest {
    private static final int MOST_COMMANDS = 2_000;

    private final CardWorld world = new CardWorld();

    @Test
    void someHostileDialoguesEndClearly() {
        dialogues(150, 1);
    }

    @Test
    @Tag("long")
    void manyHostileDialoguesEndClearly() {
        dialogues(6_000, 2);
    }

    private void dialogues(int count, long seed) {
        Random random = new Random(seed);
        Map<EidFailure, Integer> ends = new EnumMap<>(EidFailure.class);
        for (int i = 0; i < count; i++) {
            SimulatedEidCard card = world.card(Personas.ORDINARY);
            int lie = random.nextInt(26);
            int kind = random.nextInt(9);
            byte[][] earlier = {new byte[0]};
            LaidCard laid =
                    new LaidCard(card, random.nextInt(4) != 0)
                            .tampered((index, answer) -> {
                                byte[] said =
                                        index == lie
                                                ? lied(kind, answer, earlier[0], random)
                                                : answer;
                                earlier[0] = answer;
                                return said;
                            });
            EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
            EidStep step = workflow.card(laid);
            if (step instanceof EidStep.CanNeeded) {
                step = workflow.can(Secrets.of("500540"));
            }
            if (step instanceof EidStep.PinNeeded) {
                step = workflow.pin(Secrets.of("123456"));
            }
            if (step instanceof EidStep.Failed(EidFailure failure)) {
                ends.merge(failure, 1, Integer::sum);
                assertTrue(laid.isClosed());
            }
            workflow.close();
            assertTrue(laid.isClosed());
            assertTrue(laid.commands().size() < MOST_COMMANDS);
        }
        assertTrue(ends.size() >= 4, () -> "few kinds of ends: " + ends);
        assertFalse(ends.containsKey(EidFailure.CARD_REMOVED));
    }

    private static byte[] lied(int kind, byte[] answer, byte[] earlier, Random random) {
        return switch (kind) {
            case 0 -> Arrays.copyOf(answer, random.nextInt(answer.length));
            case 1 -> {
                byte[] changed = answer.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
                yield changed;
            }
            case 2 -> {
                byte[] nonsense = new byte[random.nextInt(400)];
                random.nextBytes(nonsense);
                yield nonsense;
            }
            // Sent once more.
            case 3 -> earlier.clone();
            // An endless story.
            case 4 -> new byte[] {0x61, 0};
            case 5 -> new byte[] {(byte) 0x90, 0};
            case 6 -> Arrays.copyOf(answer, 70_000);
            case 7 -> {
                byte[] status = answer.clone();
                int[] words = {0x6300, 0x63C0, 0x63C1, 0x6982, 0x6985, 0x6A82, 0x6C00, 0x6F00};
                int word = words[random.nextInt(words.length)];
                status[status.length - 2] = (byte) (word >>> 8);
                status[status.length - 1] = (byte) word;
                yield status;
            }
            default -> {
                // Lengths that promise more than there is.
                byte[] greedy = answer.clone();
                for (int i = 0; i < greedy.length - 2 && i < 6; i++) {
                    greedy[i] = random.nextBoolean() ? (byte) 0x82 : (byte) 0xFF;
                }
                yield greedy;
            }
        };
    }
}
