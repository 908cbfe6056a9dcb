package de.koblenz.kiosk.health.command;

import java.util.Optional;
import java.util.UUID;

/// A request that is no command for this terminal now. Says why by a code (`docs/codes-command.md`) and repeats nothing of it.
public final class CommandRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /// Not a signed command at all.
    static final String FORM = "CMD-FORM";

    /// Signed by nobody who may command, or altered since.
    static final String SIGNATURE = "CMD-SIGNATURE";

    /// For another terminal.
    static final String AUDIENCE = "CMD-AUDIENCE";

    /// Too late, or by the terminal's clock too early.
    static final String EXPIRED = "CMD-EXPIRED";

    /// Known already, or older than one that is.
    static final String REPLAYED = "CMD-REPLAYED";

    /// Something that this version does not know.
    static final String KIND = "CMD-KIND";

    private final String code;
    private final transient Optional<UUID> id;

    /// @param id of a command whose signature is good
    CommandRefused(String code, Optional<UUID> id) {
        super(code);
        this.code = code;
        this.id = id;
    }

    public String code() {
        return code;
    }

    public Optional<UUID> id() {
        return id;
    }
}
