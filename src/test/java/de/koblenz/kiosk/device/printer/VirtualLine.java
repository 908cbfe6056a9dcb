package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.device.transport.ByteTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A line to a simulated printer in virtual time: waiting costs nothing, and at any byte something can happen.
final class VirtualLine implements ByteTransport, InstantSource {
    /// The terminal's process ends at this point; whoever catches it throws its objects away.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// Something that happens once so many bytes have been sent.
    record Fault(int afterBytes, Runnable happens) {}

    /// Something that happens at a moment.
    private record Event(Instant at, Runnable happens) {}

    private static final Duration BYTE = Duration.ofNanos(260_000);

    private final SimulatedPrinter printer;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-07-14T08:00:00Z");
    private int sent;
    private boolean open;
    private boolean unplugged;
    private boolean killed;
    private int lost;

    VirtualLine(SimulatedPrinter printer) {
        this.printer = printer;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Lets `happens` happen after `bytes` more bytes.
    void after(int bytes, Runnable happens) {
        faults.add(new Fault(sent + bytes, happens));
    }

    /// Lets `happens` happen after some time.
    void in(Duration time, Runnable happens) {
        events.add(new Event(now.plus(time), happens));
    }

    void noMoreFaults() {
        faults.clear();
    }

    void unplug(boolean out) {
        unplugged = out;
    }

    void kill() {
        killed = true;
    }

    /// The next `count` bytes of the printer get lost.
    void lose(int count) {
        lost = count;
    }

    /// Bytes that nobody sent.
    void garble(byte[] noise) {
        answers.writeBytes(noise);
    }

    void pass(Duration time) {
        now = now.plus(time);
        while (true) {
            Event due =
                    events.stream()
                            .filter(event -> !event.at.isAfter(now))
                            .min(Comparator.comparing(Event::at))
                            .orElse(null);
            if (due == null) {
                return;
            }
            events.remove(due);
            due.happens.run();
        }
    }

    private void check() throws IOException {
        if (killed) {
            killed = false;
            open = false;
            throw new Killed();
        }
        if (!open || unplugged) {
            throw new IOException("the port is gone");
        }
    }

    @Override
    public void open() throws IOException {
        if (unplugged) {
            throw new IOException("no port");
        }
        open = true;
        answers.reset();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (byte value : bytes) {
            check();
            sent++;
            keep(printer.receive(new byte[] {value}));
            pass(BYTE);
            for (Fault fault : List.copyOf(faults)) {
                if (fault.afterBytes <= sent) {
                    faults.remove(fault);
                    fault.happens.run();
                }
            }
        }
        check();
    }

    private void keep(byte[] bytes) {
        for (byte value : bytes) {
            if (lost > 0) {
                lost--;
            } else if (open && !unplugged) {
                answers.write(value);
            }
        }
    }

    @Override
    public byte[] read(Duration longest) throws IOException {
        check();
        keep(printer.receive(new byte[0]));
        if (answers.size() == 0) {
            pass(longest.isZero() ? Duration.ofNanos(1000) : longest);
            check();
            keep(printer.receive(new byte[0]));
        }
        byte[] bytes = answers.toByteArray();
        answers.reset();
        return bytes;
    }

    @Override
    public void close() {
        open = false;
    }
}
