package de.koblenz.kiosk.service.fim;

import java.util.Arrays;
import java.util.Optional;

/// How far a federal element is (XDatenfelder 3 `freigabestatus` 1 to 8; XDatenfelder 2 `status`).
public enum ReleaseState {
    PLANNED("1", "in Planung"),
    IN_WORK("2", "in Bearbeitung"),
    DRAFT("3", "Entwurf"),
    METHOD_APPROVED("4", "methodisch freigegeben"),
    APPROVED_SILVER("5", "fachlich freigegeben (silber)"),
    APPROVED_GOLD("6", "fachlich freigegeben (gold)"),
    INACTIVE("7", "inaktiv"),
    TO_BE_DELETED("8", "vorgesehen zum Löschen");

    private final String code;
    private final String german;

    ReleaseState(String code, String german) {
        this.code = code;
        this.german = german;
    }

    /// As the federation words it.
    public String german() {
        return german;
    }

    /// Whether the federation has let it go: 4 to 6.
    public boolean released() {
        return switch (this) {
            case METHOD_APPROVED, APPROVED_SILVER, APPROVED_GOLD -> true;
            case PLANNED, IN_WORK, DRAFT, INACTIVE, TO_BE_DELETED -> false;
        };
    }

    static Optional<ReleaseState> of(String code) {
        return switch (code) {
            // The three states of XDatenfelder 2.
            case "inVorbereitung" -> Optional.of(IN_WORK);
            case "aktiv" -> Optional.of(METHOD_APPROVED);
            case "inaktiv" -> Optional.of(INACTIVE);
            default -> Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
        };
    }
}
