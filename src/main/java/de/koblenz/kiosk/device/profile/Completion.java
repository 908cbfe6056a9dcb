package de.koblenz.kiosk.device.profile;

/// How a printer proves that a job is on paper.
public enum Completion {
    /// `GS r 1` at the end is answered once everything before has been processed.
    GS_R,
    /// `GS ( H`: the printer echoes an identifier when everything before is printed.
    PROCESS_ID,
    /// Star's ETB counter.
    ETB,
    /// Custom's number of cuts (`GS E2h`), which survives a loss of power: one more than before the job.
    COUNTERS
}
