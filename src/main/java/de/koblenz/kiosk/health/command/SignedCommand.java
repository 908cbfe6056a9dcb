package de.koblenz.kiosk.health.command;

import java.time.Instant;
import java.util.UUID;

/// A command as the data centre gives it.
///
/// @param id `jti`: sent again, it is the same command
/// @param audience the one terminal that it is for, `<office>/<terminal>`
/// @param seq grows with each command to that terminal, from 1
/// @param issued whole seconds
/// @param expires whole seconds; after that nobody may begin it
/// @param forced also in the middle of a citizen's session
public record SignedCommand(
        UUID id,
        String audience,
        long seq,
        Instant issued,
        Instant expires,
        boolean forced,
        Command command) {
    public SignedCommand {
        if (seq < 1 || !expires.isAfter(issued)) {
            throw new IllegalArgumentException("not a command");
        }
    }
}
