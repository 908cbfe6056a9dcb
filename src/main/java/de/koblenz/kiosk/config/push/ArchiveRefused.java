package de.koblenz.kiosk.config.push;

/// An archive that is none of a configuration. Says why by a code (`docs/codes-command.md`) and repeats nothing of it.
public final class ArchiveRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /// Not a ZIP archive, or one that its two tables of contents tell apart.
    static final String FORM = "CMD-ARCHIVE";

    /// A name that leads elsewhere, a link, a device, a file that is no part of a configuration.
    static final String NAME = "CMD-ARCHIVE-NAME";

    /// More or longer files than a configuration has.
    static final String SIZE = "CMD-ARCHIVE-SIZE";

    /// A file that is each terminal's own.
    static final String OWN = "CMD-ARCHIVE-OWN";

    private final String code;

    ArchiveRefused(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
