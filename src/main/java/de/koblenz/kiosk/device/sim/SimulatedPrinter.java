package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.StatusProtocol;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A printer at the far end of the wire: it takes the bytes of the real driver, obeys them, answers as a printer
/// does, and draws the paper. Its profile decides what it speaks: ESC/POS of Epson or Custom, or Star line mode.
///
/// It stops as a printer stops: without paper, with an open cover or a stuck knife it keeps what comes in its
/// buffer and goes on with the same command afterwards. Real-time codes are obeyed on arrival, even inside a
/// picture. What it does not know it counts. Thread-safe.
public final class SimulatedPrinter {
    /// Size of the buffer; a driver that sends more while the printer waits for paper has to wait.
    public static final int BUFFER = 4096;

    /// The longest command without its data.
    private static final int LONGEST_HEADER = 16;

    private final DeviceProfile profile;
    private final PrinterPanel panel;
    private final PrintHead head;
    private final CommandLanguage language;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final List<PrintedPaper> papers = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Consumer<PrintedPaper>> listeners = new CopyOnWriteArrayList<>();
    private final byte[] buffer = new byte[2 * BUFFER];
    private int size;
    private boolean powered = true;

    private byte[] header = {};
    private boolean headerKnown;
    private int payloadWanted;
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();

    public SimulatedPrinter(DeviceProfile profile) {
        this.profile = profile;
        this.panel =
                new PrinterPanel(
                        profile.kiosk().nearEndMm(), profile.kiosk().presenter().isPresent());
        this.head = new PrintHead(profile, panel, this::hand);
        Inside inside = new Inside();
        this.language =
                profile.kiosk().status() == StatusProtocol.STAR_ASB
                        ? new StarLanguage(inside)
                        : new EscPosLanguage(inside);
    }

    /// The printer as its language sees it.
    private final class Inside implements CommandLanguage.Machine {
        @Override
        public DeviceProfile profile() {
            return profile;
        }

        @Override
        public PrintHead head() {
            return head;
        }

        @Override
        public PrinterPanel panel() {
            return panel;
        }

        @Override
        public void answer(int... bytes) {
            for (int value : bytes) {
                answers.write(value);
            }
        }

        @Override
        public void clearBuffers() {
            SimulatedPrinter.this.clearBuffers();
        }

        @Override
        public void unknown(String what) {
            unknown.add(what);
        }
    }

    /// Takes bytes from the line and returns what the printer answers, including changes of its status since
    /// the last call; call it with no bytes to fetch those alone.
    public synchronized byte[] receive(byte[] bytes) {
        if (powered) {
            received.writeBytes(bytes);
            for (byte value : bytes) {
                arrive(value);
            }
            process();
        }
        byte[] out = answers.toByteArray();
        answers.reset();
        return out;
    }

    /// How many more bytes the buffer takes.
    public synchronized int room() {
        return powered ? Math.max(0, BUFFER - size) : BUFFER;
    }

    private void arrive(byte value) {
        if (size == buffer.length) {
            // A driver without flow control overruns a printer that stands still.
            unknown.add("overrun");
            return;
        }
        buffer[size++] = value;
        language.arrive(value);
        if (size >= BUFFER) {
            process();
        }
    }

    private void clearBuffers() {
        size = 0;
        header = new byte[0];
        payload.reset();
        head.forgetLine();
    }

    private void process() {
        int at = 0;
        while (panel.online()) {
            int next = step(at);
            if (next == at) {
                break;
            }
            at = next;
        }
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, size - at);
            size -= at;
        }
        if (powered) {
            language.tellStatus();
        }
    }

    /// Obeys the next command in the buffer.
    ///
    /// @return where the one after it begins; `at` if it is not complete, or cannot be obeyed now
    private int step(int at) {
        if (header.length > 0) {
            return takePayload(at);
        }
        if (at == size) {
            return at;
        }
        if (language.plain(buffer[at])) {
            return at + 1;
        }
        byte[] rest = Arrays.copyOfRange(buffer, at, Math.min(size, at + LONGEST_HEADER));
        PrinterCommand command = language.commandAt(rest, rest.length);
        if (command.header() == 0) {
            return at;
        }
        byte[] whole = Arrays.copyOf(rest, command.header());
        if (command.payload() > 0) {
            header = whole;
            headerKnown = command.known();
            payloadWanted = command.payload();
        } else if (!obey(whole, new byte[0], command.known())) {
            return at;
        }
        return at + command.header();
    }

    private int takePayload(int at) {
        int take = Math.min(payloadWanted - payload.size(), size - at);
        payload.write(buffer, at, take);
        if (payload.size() == payloadWanted) {
            byte[] whole = header;
            byte[] data = payload.toByteArray();
            header = new byte[0];
            payload.reset();
            obey(whole, data, headerKnown);
        }
        return at + take;
    }

    private boolean obey(byte[] command, byte[] data, boolean known) {
        if (!known) {
            unknown.add(HexFormat.ofDelimiter(" ").formatHex(command));
            return true;
        }
        return language.obey(command, data);
    }

    private void hand(PrintedPaper paper) {
        papers.add(paper);
        listeners.forEach(listener -> listener.accept(paper));
    }

    private synchronized void change(Runnable change) {
        change.run();
        process();
    }

    /// Takes out the old roll with all that hangs on it and puts in a new one.
    ///
    /// @param millimetres length of the roll
    public void loadPaper(int millimetres) {
        change(() -> {
            head.newRoll();
            panel.load(millimetres);
        });
    }

    /// How much paper is left, in millimetres.
    public synchronized int paperLeft() {
        return (int) panel.paperLeftMm();
    }

    /// Changes how much paper is left on the roll, without touching it.
    public void shortenPaper(int millimetres) {
        change(() -> panel.load(millimetres));
    }

    /// Tears off what hangs out of the printer, if anything does.
    public void tearOff() {
        change(head::tearOff);
    }

    public void openCover(boolean open) {
        change(() -> panel.cover(open));
    }

    /// Lets the knife get stuck at its next cut, or frees it (the terminal must then tell the printer to go on).
    public void stickCutter(boolean stuck) {
        change(() -> panel.stickCutter(stuck));
    }

    /// The print head is too hot for a while.
    public void overheat(boolean hot) {
        change(() -> panel.heat(hot));
    }

    /// Paper is stuck in the printer until somebody opens the cover and takes it out.
    public void jam(boolean jammed) {
        change(() -> panel.jam(jammed));
    }

    /// Whether nobody takes the paper that the presenter hands out.
    public void leavePaper(boolean lies) {
        change(() -> panel.leavePaper(lies));
    }

    /// Somebody takes the paper that lies in the presenter.
    public void takePaper() {
        change(panel::takePaper);
    }

    /// How many papers the presenter has taken back.
    public synchronized int retracts() {
        return panel.retracts();
    }

    /// Switches the printer off or on. Switched off it forgets everything that it has not printed.
    public synchronized void power(boolean on) {
        if (on != powered) {
            powered = on;
            clearBuffers();
            head.initialise();
            panel.restart();
            language.restart();
            answers.reset();
        }
    }

    public synchronized boolean powered() {
        return powered;
    }

    /// Calls `listener` whenever paper comes out, on the thread that caused it.
    public void observePaper(Consumer<PrintedPaper> listener) {
        listeners.add(listener);
    }

    /// All paper that has come out, in order.
    public synchronized List<PrintedPaper> papers() {
        return List.copyOf(papers);
    }

    /// What is printed and still hangs in the printer.
    public synchronized BufferedImage hanging() {
        return head.hanging().image();
    }

    /// Every byte that has arrived.
    public synchronized byte[] received() {
        return received.toByteArray();
    }

    /// Commands that the printer does not know, in hexadecimal, in order.
    public synchronized List<String> unknownCommands() {
        return List.copyOf(unknown);
    }
}
