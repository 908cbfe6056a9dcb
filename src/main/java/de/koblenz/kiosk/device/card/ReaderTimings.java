package de.koblenz.kiosk.device.card;

import java.time.Duration;

/// How long a reader's driver waits.
///
/// @param poll between two looks at readers and cards
/// @param reconnect between two tries to reach PC/SC
/// @param settle for a removal to be seen, when a command failed and the card may have been pulled
/// @param longestCommand for the answer to one command
/// @param longestEntry for a citizen at the reader's own keypad; readers give up by themselves after about a minute for each entry
public record ReaderTimings(
        Duration poll,
        Duration reconnect,
        Duration settle,
        Duration longestCommand,
        Duration longestEntry) {
    /// A card is missed 50 ms after PC/SC has noticed; pcscd itself looks every 400 ms where a reader does not tell.
    public static final ReaderTimings USUAL =
            new ReaderTimings(
                    Duration.ofMillis(50),
                    Duration.ofMillis(250),
                    Duration.ofMillis(450),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(150));
}
