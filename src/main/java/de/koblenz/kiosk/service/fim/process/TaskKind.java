package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.journey.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a task of a drawn process stands for in a journey: the words of `service.yaml`, and the words by which people name tasks.
enum TaskKind {
    VENUE("venue", "Ort wählen", false, ""),
    SLOT("slot", "Zeit wählen", false, ""),
    TARIFFS("tariffs", "Karten wählen", false, ""),
    IDENTIFICATION(
            "identification",
            "Mit dem Online-Ausweis ausweisen",
            true,
            "identifizier|ausweisen|ausweis lesen|online-ausweis|eid"),
    QUESTIONS("questions", "", false, ""),
    COPY("copy", "Kopie wählen", false, "kopie"),
    CHECK(
            "check",
            "Angaben prüfen",
            false,
            "angaben prüfen|eingaben prüfen|zusammenfassung|überprüf"),
    PAYMENT("payment", "Bezahlen", true, "bezahl|zahlung|gebühr entrichten|pay"),
    SUBMISSION(
            "submission",
            "Antrag absenden",
            true,
            "absend|übermittel|übermittlung|einreich|antrag senden|send"),
    PRINTING("printing", "Belege drucken", true, "druck|print"),
    FINISH("finish", "Fertig", false, "");

    private final String word;
    private final String name;
    private final boolean service;
    private final Pattern stems;

    /// @param word in `steps:` of `service.yaml`, and in the attribute `kiosk:step`
    /// @param name of the task in a diagram of ours
    /// @param service whether the terminal does it, not the citizen
    /// @param stems by which a task drawn elsewhere is known, small letters, `|` between them
    TaskKind(String word, String name, boolean service, String stems) {
        this.word = word;
        this.name = name;
        this.service = service;
        // Nothing is found by no stems.
        this.stems = Pattern.compile(stems.isEmpty() ? "(?!)" : stems);
    }

    String word() {
        return word;
    }

    String displayName() {
        return name;
    }

    /// Whether the terminal does it, not the citizen; then it can fail.
    boolean service() {
        return service;
    }

    static TaskKind of(Step step) {
        return switch (step) {
            case Step.Venue() -> VENUE;
            case Step.Slot() -> SLOT;
            case Step.Tariffs() -> TARIFFS;
            case Step.Identification _ -> IDENTIFICATION;
            case Step.Questions _ -> QUESTIONS;
            case Step.CopyChoice _ -> COPY;
            case Step.CheckAnswers() -> CHECK;
            case Step.Payment() -> PAYMENT;
            case Step.Submission _ -> SUBMISSION;
            case Step.Printing _ -> PRINTING;
            case Step.Finish() -> FINISH;
        };
    }

    /// The kind of which `kiosk:step` speaks.
    static Optional<TaskKind> byWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// The one kind that the name of a task means; empty where none does, or more than one.
    static Optional<TaskKind> byName(String name) {
        String small = name.toLowerCase(Locale.GERMAN);
        List<TaskKind> meant =
                Arrays.stream(values()).filter(kind -> kind.stems.matcher(small).find()).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }
}
