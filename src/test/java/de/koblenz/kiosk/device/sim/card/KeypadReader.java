package de.koblenz.kiosk.device.sim.card;

import de.koblenz.kiosk.device.card.PcscException;
import de.koblenz.kiosk.device.card.PcscFault;
import de.koblenz.kiosk.device.sim.SimulatedCard;
import de.koblenz.kiosk.device.sim.SimulatedControls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A reader with a keypad and a card on it, written from PC/SC part 10 and TR-03119 and the terminal of the specification, with nothing of
/// the driver's code. It runs PACE itself and protects what comes plain, until protected commands come that it passes on.
public final class KeypadReader implements SimulatedCard, SimulatedControls {
    /// What a citizen does instead of typing digits.
    public static final String RED_KEY = "red key";

    public static final String NOTHING = "nothing";

    private static final int QUESTION = 0x42000D48;
    private static final int MODIFY = 0x42330007;
    private static final int PROPERTIES = 0x42330012;
    private static final int PACE = 0x42330020;
    private static final String FEATURES = "070442330007 120442330012 200442330020";

    private final SimulatedCard card;
    private final boolean extended;
    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
    private final Semaphore questions = new Semaphore(0);
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private SpecificationTerminal terminal;
    private boolean protecting;
    private boolean alone;

    public KeypadReader(SimulatedCard card, boolean extended) {
        this.card = card;
        this.extended = extended;
        this.terminal = terminal();
    }

    private SpecificationTerminal terminal() {
        return new SpecificationTerminal(this::exchange, "brainpoolP256r1", 13, 128);
    }

    private byte[] exchange(byte[] command) {
        if (!extended && command.length > 261) {
            throw new AssertionError("a command of " + command.length + " bytes left the reader");
        }
        return card.transmit(command);
    }

    /// What the citizen types at the next questions; until then the reader waits.
    public KeypadReader typing(String... entries) {
        typed.addAll(List.of(entries));
        return this;
    }

    /// Waits until the reader asks for something that was not waited for yet.
    public void awaitQuestion() {
        try {
            if (!questions.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the reader asks for nothing");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Everything that came from the machine.
    public List<byte[]> heard() {
        return heard;
    }

    @Override
    public byte[] powerOn() {
        protecting = false;
        alone = false;
        terminal = terminal();
        return card.powerOn();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }

    @Override
    public byte[] transmit(byte[] command) {
        heard.add(command.clone());
        boolean protectedAlready = (command[0] & 0x0C) == 0x0C;
        if (protectedAlready) {
            alone = true;
        }
        if (!protecting || alone) {
            return exchange(command);
        }
        int header = ByteBuffer.wrap(command).getInt();
        byte[] data = data(command);
        byte[] answer =
                terminal.send(
                        command[0] & 0xFF,
                        header >>> 16 & 0xFF,
                        header & 0xFFFF,
                        data,
                        expected(command, data.length));
        byte[] whole = Arrays.copyOf(answer, answer.length + 2);
        whole[answer.length] = (byte) (terminal.status >> 8);
        whole[answer.length + 1] = (byte) terminal.status;
        return whole;
    }

    private static byte[] data(byte[] command) {
        if (command.length <= 5 || command.length == 7 && command[4] == 0) {
            return new byte[0];
        }
        if (command[4] != 0) {
            return Arrays.copyOfRange(command, 5, 5 + (command[4] & 0xFF));
        }
        int length = (command[5] & 0xFF) << 8 | command[6] & 0xFF;
        return Arrays.copyOfRange(command, 7, 7 + length);
    }

    private static int expected(byte[] command, int data) {
        boolean large = command.length > 5 && command[4] == 0;
        int length = data == 0 ? 0 : large ? 3 + data : 1 + data;
        int left = command.length - 4 - length;
        return switch (left) {
            case 0 -> 0;
            case 1 -> command[command.length - 1] == 0 ? 256 : command[command.length - 1] & 0xFF;
            default -> {
                int le = ByteBuffer.wrap(command, command.length - 2, 2).getShort() & 0xFFFF;
                yield le == 0 ? 65_536 : le;
            }
        };
    }

    @Override
    public byte[] answer(int code, byte[] command) throws PcscException {
        heard.add(command.clone());
        return switch (code) {
            case QUESTION -> HexFormat.of().parseHex(FEATURES.replace(" ", ""));
            // dwMaxAPDUDataSize, lowest byte first.
            case PROPERTIES -> HexFormat.of().parseHex(extended ? "0a0400000100" : "0a0400010000");
            case PACE -> pace(ByteBuffer.wrap(command).order(ByteOrder.LITTLE_ENDIAN));
            case MODIFY -> modify(command);
            default -> throw new PcscException(PcscFault.OTHER);
        };
    }

    private byte[] pace(ByteBuffer command) {
        int function = command.get();
        if (command.getShort() != command.remaining()) {
            return result(0xD0000001, new byte[0]);
        }
        if (function == 1) {
            return result(0, new byte[] {(byte) 0xE0});
        }
        int password = command.get();
        byte[] template = bytes(command, command.get() & 0xFF);
        bytes(command, command.get() & 0xFF);
        bytes(command, command.getShort() & 0xFFFF);
        String entry = next();
        if (entry.equals(RED_KEY)) {
            return result(0xF0200001, new byte[0]);
        }
        if (entry.equals(NOTHING)) {
            return result(0xF0200002, new byte[0]);
        }
        alone = false;
        if (!terminal.pace(password, entry, template)) {
            return result(0xF0060000 | terminal.status, new byte[0]);
        }
        protecting = true;
        ByteBuffer output = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        output.put((byte) 0x90).put((byte) 0).putShort((short) 2).put(new byte[] {0x31, 0});
        if (template.length > 0) {
            byte[] trustPoint = terminal.lastPaceAnswer.getOrDefault(0x87, new byte[0]);
            byte[] former = terminal.lastPaceAnswer.getOrDefault(0x88, new byte[0]);
            output.put((byte) trustPoint.length).put(trustPoint);
            output.put((byte) former.length).put(former);
            output.putShort((short) terminal.chipIdentifier.length).put(terminal.chipIdentifier);
        }
        return result(0, Arrays.copyOf(output.array(), output.position()));
    }

    private String next() {
        questions.release();
        try {
            String entry = typed.poll(20, TimeUnit.SECONDS);
            if (entry == null) {
                throw new AssertionError("nobody types");
            }
            return entry;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] modify(byte[] command) {
        String first = next();
        if (first.equals(RED_KEY)) {
            return new byte[] {0x64, 0x01};
        }
        if (!next().equals(first)) {
            return new byte[] {0x64, 0x02};
        }
        byte[] head = Arrays.copyOfRange(command, command.length - 4, command.length);
        if (!protecting || ByteBuffer.wrap(head).getInt() != 0x002C0203) {
            return new byte[] {0x6B, (byte) 0x80};
        }
        terminal.send(0, 0x2C, 0x0203, first.getBytes(StandardCharsets.US_ASCII), 0);
        return new byte[] {(byte) (terminal.status >> 8), (byte) terminal.status};
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] result(int code, byte[] output) {
        return ByteBuffer.allocate(6 + output.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(code)
                .putShort((short) output.length)
                .put(output)
                .array();
    }
}
