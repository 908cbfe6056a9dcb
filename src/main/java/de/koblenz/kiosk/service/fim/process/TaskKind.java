package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.journey.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.operaton.bpm.model.bpmn.instance.ManualTask;
import org.operaton.bpm.model.bpmn.instance.SendTask;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.Task;
import org.operaton.bpm.model.bpmn.instance.UserTask;

/// What a task of a drawn process stands for in a journey: the words of `service.yaml`, and the words by which people name tasks.
enum TaskKind {
    VENUE("venue", "Ort wählen", false, ""),
    SLOT("slot", "Zeit wählen", false, ""),
    TARIFFS("tariffs", "Karten wählen", false, ""),
    IDENTIFICATION(
            "identification",
            "Mit dem Online-Ausweis ausweisen",
            true,
            "identifizier(?:en|t|ung)|identifikation|ausweisen|ausweis (?:aus)?lesen|online-?ausweis|eid"),
    QUESTIONS("questions", "", false, ""),
    COPY("copy", "Kopie wählen", false, "kopien?"),
    CHECK(
            "check",
            "Angaben prüfen",
            false,
            "(?:angaben|eingaben|daten) (?:über)?prüfen|zusammenfassung"),
    PAYMENT("payment", "Bezahlen", true, "(?:be)?zahlung|bezahlen|gebühr entrichten|pay"),
    SUBMISSION(
            "submission",
            "Antrag absenden",
            true,
            "absenden|übermitteln|übermittlung|einreichen|einreichung|antrag senden|send"),
    PRINTING("printing", "Belege drucken", true, "(?:aus)?drucken|druck|print"),
    FINISH("finish", "Fertig", false, "");

    private final String word;
    private final String name;
    private final boolean service;
    private final Pattern words;

    /// @param word in `steps:` of `service.yaml`, and in the attribute `kiosk:step`
    /// @param name of the task in a diagram of ours
    /// @param service whether the terminal does it, not the citizen
    /// @param words whole ones by which a task drawn elsewhere is known, small letters, `|` between them: "Bescheid" is no "eID"
    TaskKind(String word, String name, boolean service, String words) {
        this.word = word;
        this.name = name;
        this.service = service;
        this.words =
                Pattern.compile(
                        words.isEmpty()
                                ? "(?!)"
                                : "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
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

    /// The one kind that a task means by its name; empty where none does, or more than one. What the terminal does is a service task or a
    /// send task; what the citizen does is none.
    static Optional<TaskKind> byName(Task task) {
        String name = task.getName() == null ? "" : task.getName().toLowerCase(Locale.GERMAN);
        boolean terminals = task instanceof ServiceTask || task instanceof SendTask;
        boolean citizens = task instanceof UserTask || task instanceof ManualTask;
        List<TaskKind> meant =
                Arrays.stream(values())
                        .filter(kind -> kind.service ? !citizens : !terminals)
                        .filter(kind -> kind.words.matcher(name).find())
                        .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }
}
