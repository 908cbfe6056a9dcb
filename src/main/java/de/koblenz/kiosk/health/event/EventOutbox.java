package de.koblenz.kiosk.health.event;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Keeps events until the monitor has them, over restarts of the terminal. Numbers them without a gap. Thread-safe.
public interface EventOutbox {
    /// Its own id, made at random when it was laid out.
    UUID id();

    /// Keeps an event; it is on disk when this returns. An alarm that stands is not raised again, and one that does not stand
    /// is not cleared: then nothing happens. Where there is no room for it, it is counted and told of later
    /// ([EventKind#OUTBOX_LOST]).
    ///
    /// @return whether it was kept
    /// @throws IOException if it could not be written, a full disk included
    boolean append(EventDraft draft) throws IOException;

    /// Alarms that stand by what was kept.
    Set<Alarm> standing() throws IOException;

    /// The oldest events behind a number.
    ///
    /// @param seq 0 for all
    /// @param most so many at most
    List<KioskEvent> after(long seq, int most) throws IOException;

    /// Forgets the events up to a number, which the monitor has; a number that was never given is left alone.
    void acknowledge(long upTo) throws IOException;

    /// Number of the newest event that the monitor has, 0 for none.
    long acknowledged() throws IOException;

    /// How many wait.
    long depth() throws IOException;
}
