package de.koblenz.kiosk.fleet.model;

import java.util.Optional;

/// What terminals sent because commands asked for it. Thread-safe.
public interface ReplyStore {
    /// The reply to a command; empty before it is here, or when it is not kept any more.
    ///
    /// @param jti of the command
    Optional<CommandReply> reply(String jti) throws StoreUnavailable;
}
