package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.card.PcscException;
import de.koblenz.kiosk.device.card.PcscFault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A reader on which a card can be laid. Thread-safe.
public final class SimulatedReader {
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable SimulatedCard card;
    private boolean plugged = true;
    private int powered;
    private int commandsUntilRemoval = -1;
    private Duration perCommand = Duration.ZERO;
    private @Nullable SimulatedControls controls;

    SimulatedReader(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// Lays a card on; one that lies there is taken away before.
    public void lay(SimulatedCard next) {
        locked(() -> {
            cut();
            card = next;
            commandsUntilRemoval = -1;
        });
    }

    /// Takes the card away, whatever goes on.
    public void take() {
        locked(() -> {
            cut();
            card = null;
        });
    }

    /// Takes the card away in the middle of a later command: that one and all further are not answered.
    ///
    /// @param commands how many are answered before, 0 or more
    public void takeAfter(int commands) {
        locked(() -> commandsUntilRemoval = commands);
    }

    /// Lets each command take its time, as a chip does, so that a person can take the card away in the midst.
    public void takeTime(Duration each) {
        locked(() -> perCommand = each);
    }

    /// Gives the reader commands of its own.
    public void equip(SimulatedControls its) {
        locked(() -> controls = its);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void plugged(boolean now) {
        locked(() -> {
            cut();
            plugged = now;
        });
    }

    void powerOff() {
        locked(this::cut);
    }

    /// Whoever holds a connection holds a dead one from now on.
    private void cut() {
        powered++;
        SimulatedCard lies = card;
        if (lies != null) {
            lies.powerOff();
        }
    }

    boolean present() throws PcscException {
        return present(true, 0);
    }

    /// Whether a card lies there; waits until that is so as `wanted`, at most `millis`.
    boolean present(boolean wanted, long millis) throws PcscException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (plugged && (card != null) != wanted && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (!plugged) {
                throw new PcscException(PcscFault.READER_UNAVAILABLE);
            }
            return card != null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return card != null;
        } finally {
            lock.unlock();
        }
    }

    /// Powers the card on.
    ///
    /// @return number of this connection, with its answer to reset
    Power power() throws PcscException {
        lock.lock();
        try {
            if (!plugged) {
                throw new PcscException(PcscFault.READER_UNAVAILABLE);
            }
            SimulatedCard lies = card;
            if (lies == null) {
                throw new PcscException(PcscFault.NO_SMARTCARD);
            }
            powered++;
            return new Power(powered, lies.powerOn());
        } finally {
            lock.unlock();
        }
    }

    /// A connection to a powered card. Its array is nobody's but its maker's.
    static final class Power {
        private final int number;
        private final byte[] atr;

        Power(int number, byte[] atr) {
            this.number = number;
            this.atr = atr;
        }

        int number() {
            return number;
        }

        byte[] atr() {
            return atr;
        }
    }

    byte[] transmit(int connection, byte[] command) throws PcscException {
        lock.lock();
        try {
            calculate(connection);
            require(connection);
            SimulatedCard lies = card;
            if (lies == null) {
                throw new PcscException(PcscFault.REMOVED_CARD);
            }
            if (commandsUntilRemoval == 0) {
                take();
                throw new PcscException(PcscFault.REMOVED_CARD);
            }
            if (commandsUntilRemoval > 0) {
                commandsUntilRemoval--;
            }
            return lies.transmit(command);
        } finally {
            lock.unlock();
        }
    }

    /// Waits as long as the chip needs; whoever takes it away ends the wait.
    private void calculate(int connection) {
        try {
            long left = perCommand.toNanos();
            while (left > 0 && plugged && connection == powered) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    byte[] control(int connection, int code, byte[] command) throws PcscException {
        SimulatedControls own;
        lock.lock();
        try {
            require(connection);
            own = controls;
        } finally {
            lock.unlock();
        }
        if (own == null) {
            throw new PcscException(PcscFault.OTHER);
        }
        // Without the lock: while the citizen types, the card may be taken away.
        return own.answer(code, command);
    }

    void release(int connection) throws PcscException {
        lock.lock();
        try {
            require(connection);
            cut();
        } finally {
            lock.unlock();
        }
    }

    private void require(int connection) throws PcscException {
        if (!plugged) {
            throw new PcscException(PcscFault.READER_UNAVAILABLE);
        }
        if (connection != powered) {
            throw new PcscException(PcscFault.REMOVED_CARD);
        }
    }
}
