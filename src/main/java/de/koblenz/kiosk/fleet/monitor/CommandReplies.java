package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.util.List;
import java.util.Optional;

/// What terminals sent because commands asked for it, ready to be shown. Not called on the JavaFX thread.
public interface CommandReplies {
    /// The reply to a command; empty where it is not here, or no more.
    ///
    /// @param jti of the command
    Optional<Reply> reply(String jti) throws StoreUnavailable;

    /// A reply that can be shown.
    sealed interface Reply {}

    /// A picture of a terminal's screen.
    final class Picture implements Reply {
        private final byte[] png;

        public Picture(byte[] png) {
            this.png = png.clone();
        }

        /// A copy, PNG.
        byte[] png() {
            return png.clone();
        }
    }

    /// Lines of a log, or problems of a configuration.
    record Lines(List<String> lines) implements Reply {
        public Lines {
            lines = List.copyOf(lines);
        }
    }
}
