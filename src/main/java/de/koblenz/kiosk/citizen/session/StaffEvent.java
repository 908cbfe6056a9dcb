package de.koblenz.kiosk.citizen.session;

import java.time.Instant;

/// What staff do at the terminal, and what comes back. Never a digit of the code and nothing of a document.
public sealed interface StaffEvent {
    /// "Für Mitarbeitende" was pressed.
    record Asked() implements StaffEvent {}

    /// So many digits of the code stand on the pad now.
    record DigitsCounted(int count) implements StaffEvent {}

    /// The code was right.
    record Admitted(StaffBoard board) implements StaffEvent {}

    /// The code was wrong, or it was not looked at because it was too early.
    ///
    /// @param again when the next one is looked at, by the steady clock
    record Refused(Instant again) implements StaffEvent {}

    /// No code is set at this terminal, so nobody can come in.
    record NoCodeSet() implements StaffEvent {}

    /// A part of the staff pages was chosen.
    record PartChosen(StaffVisit.Part part) implements StaffEvent {}

    /// A job was chosen from a list.
    record JobChosen(String jobId) implements StaffEvent {}

    /// The test page was asked for.
    record TestAsked() implements StaffEvent {}

    /// Why the chosen paper is printed again.
    record ReasonChosen(ReprintReason reason) implements StaffEvent {}

    /// Staff have looked: the chosen paper of unknown fate came out whole, or did not.
    record Resolved(boolean printed) implements StaffEvent {}

    /// What was asked for is done, or is not.
    ///
    /// @param code failure code; empty where it is done
    /// @param board what is to be seen now
    record Done(String code, StaffBoard board) implements StaffEvent {}
}
