package de.koblenz.kiosk.service.fim;

import java.util.Set;

/// Verbs on which an act of a rule sentence hangs.
enum RuleModal {
    MUST,
    MAY,
    IS,
    BECOMES,
    CAN,
    STAYS,
    COUNTS,
    DROPS,
    APPEARS,
    HAS,
    FALLS,
    STANDS,
    NEEDS,
    WANTS,
    /// Only behind what is named: "F1 liegt nach F2".
    LIES,
    NONE;

    private Set<String> words() {
        return switch (this) {
            case MUST -> Set.of("muss", "muessen");
            case MAY -> Set.of("darf", "duerfen");
            case IS -> Set.of("ist", "sind");
            case BECOMES -> Set.of("wird", "werden");
            case CAN -> Set.of("kann", "koennen");
            case STAYS -> Set.of("bleibt", "bleiben");
            case COUNTS -> Set.of("gilt", "gelten");
            case DROPS -> Set.of("entfaellt", "entfallen", "verschwindet", "verschwinden");
            case APPEARS -> Set.of("erscheint", "erscheinen");
            case HAS -> Set.of("hat", "haben");
            case FALLS -> Set.of("faellt", "fallen");
            case STANDS -> Set.of("steht", "stehen");
            case NEEDS -> Set.of("braucht", "brauchen");
            case WANTS -> Set.of("bedarf");
            case LIES, NONE -> Set.of();
        };
    }

    /// The verb that is taken here; NONE where there is none.
    static RuleModal taken(RuleTokens tokens) {
        for (RuleModal modal : values()) {
            if (tokens.word(modal.words())) {
                return modal;
            }
        }
        return NONE;
    }
}
