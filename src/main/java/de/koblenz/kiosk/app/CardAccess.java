package de.koblenz.kiosk.app;

import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By what right identity cards are read, and which cards are believed. Opened when it is first needed, because that takes
/// longer than the first page may wait. Thread-safe.
final class CardAccess {
    /// No right to read a card; its PIN can be managed all the same.
    static final CardAccess NONE = new CardAccess(null);

    private static final System.Logger LOG = System.getLogger("kiosk.card");

    private final @Nullable Source source;
    private @Nullable Rights opened;

    /// @param authority holds the terminal's certificate and key
    /// @param trust the issuers whose cards are believed
    record Rights(TerminalAuthority authority, PassiveAuthentication trust) {}

    /// Where the rights come from.
    @FunctionalInterface
    interface Source {
        Rights open() throws AuthorityException, IOException;
    }

    private CardAccess(@Nullable Source source) {
        this.source = source;
    }

    static CardAccess of(Source source) {
        return new CardAccess(source);
    }

    /// Whether this terminal is meant to read cards.
    boolean identifies() {
        return source != null;
    }

    /// The rights; empty where there are none, or they cannot be had now.
    synchronized Optional<Rights> rights() {
        if (opened == null && source != null) {
            try {
                opened = source.open();
            } catch (AuthorityException | IOException e) {
                LOG.log(Level.ERROR, "no right to read identity cards: {0}", e.getMessage());
            }
        }
        return Optional.ofNullable(opened);
    }
}
