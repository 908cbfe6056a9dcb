package de.koblenz.kiosk.citizen.ui.view;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Decides whether a touch counts. A second touch of the same target within the pause does not, nor
/// does a touch right after the page changed, which was meant for what stood there before; a target
/// pressed on one page never fires on the next. FX thread only.
final class TouchGate {
    /// Pause without the key filter.
    static final Duration SHORT = Duration.ofMillis(150);

    /// Pause with the key filter.
    static final Duration FILTERED = Duration.ofMillis(500);

    private final LongSupplier nanos;
    private long pause = SHORT.toNanos();
    private long touchedAt;
    private long pageSince;
    private String touched = "";
    private boolean pageIsNew;
    private @Nullable TouchTarget armed;

    /// @param nanos a monotonic clock in nanoseconds
    TouchGate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void setPause(Duration newPause) {
        pause = newPause.toNanos();
    }

    boolean admits(String id) {
        long now = nanos.getAsLong();
        if (pageIsNew && now - pageSince < pause) {
            return false;
        }
        pageIsNew = false;
        if (id.equals(touched) && now - touchedAt < pause) {
            return false;
        }
        touched = id;
        touchedAt = now;
        return true;
    }

    void arm(TouchTarget target) {
        disarm();
        armed = target;
    }

    boolean isArmed(TouchTarget target) {
        return target.equals(armed);
    }

    void disarm() {
        TouchTarget target = armed;
        armed = null;
        if (target != null) {
            target.release();
        }
    }

    void pageChanged() {
        disarm();
        pageSince = nanos.getAsLong();
        pageIsNew = !touched.isEmpty();
    }

    /// Forgets what was touched last, but not that something was.
    void forgetTarget() {
        if (!touched.isEmpty()) {
            touched = "-";
        }
    }

    long now() {
        return nanos.getAsLong();
    }
}
