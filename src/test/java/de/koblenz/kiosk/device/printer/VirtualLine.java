package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.device.transport.ByteTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Duration IDLE = Duration.ofMillis(50);
    private static final byte[] NOTHING = {};

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
        while (!events.isEmpty()) {
            Event due = events.getFirst();
            for (Event event : events) {
                if (event.at.isBefore(due.at)) {
                    due = event;
                }
            }
            if (due.at.isAfter(now)) {
                return;
            }
            events.remove(due);
            due.happens.run();
        }
    }

    /// Lets some time pass in which nothing comes: what was asked for, or as a busy machine does, a little more, but
    /// never beyond something that happens.
    private void idle(Duration asked) {
        Duration time = asked.compareTo(IDLE) < 0 ? IDLE : asked;
        for (Event event : events) {
            Duration until = Duration.between(now, event.at);
            if (until.compareTo(time) < 0) {
                time = until.compareTo(asked) < 0 ? asked : until;
            }
        }
        pass(time);
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
        int at = 0;
        while (at < bytes.length) {
            check();
            // As many bytes at once as nothing can happen in between.
            int count = Math.min(bytes.length - at, quietBytes());
            keep(printer.receive(Arrays.copyOfRange(bytes, at, at + count)));
            at += count;
            sent += count;
            pass(BYTE.multipliedBy(count));
            for (Fault fault : List.copyOf(faults)) {
                if (fault.afterBytes <= sent) {
                    faults.remove(fault);
                    fault.happens.run();
                }
            }
        }
        check();
    }

    /// How many bytes can go out before the next fault or event; at least one.
    private int quietBytes() {
        long quiet = Integer.MAX_VALUE;
        for (Fault fault : faults) {
            quiet = Math.min(quiet, fault.afterBytes - sent);
        }
        for (Event event : events) {
            quiet = Math.min(quiet, Duration.between(now, event.at).toNanos() / BYTE.toNanos());
        }
        return (int) Math.max(1, quiet);
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
        keep(printer.receive(NOTHING));
        if (answers.size() == 0) {
            idle(longest.isZero() ? Duration.ofNanos(1000) : longest);
            check();
            keep(printer.receive(NOTHING));
        }
        if (answers.size() == 0) {
            return NOTHING;
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
