package de.koblenz.kiosk.service.fim;

import java.util.Set;

/// Verbs on which an act of a rule sentence hangs.
enum RuleModal {
    MUST("muss", "muessen"),
    MAY("darf", "duerfen"),
    IS("ist", "sind"),
    BECOMES("wird", "werden"),
    CAN("kann", "koennen"),
    NONE;

    private final Set<String> words;

    RuleModal(String... words) {
        this.words = Set.of(words);
    }

    /// The verb that is taken here; NONE where there is none.
    static RuleModal taken(RuleTokens tokens) {
        for (RuleModal modal : values()) {
            if (tokens.word(modal.words)) {
                return modal;
            }
        }
        return NONE;
    }
}
