package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintJournal.Entry;
import de.koblenz.kiosk.device.profile.Completion;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The way of the paper between head and knife, and what may hang there since a broken job. One thread, the printer's
/// own.
final class PaperPath {
    private final DeviceProfile profile;
    private final PrinterLine line;
    private final EscPosEncoder encoder;
    private final PrintJournal journal;
    private final InstantSource clock;
    private final Duration longest;
    private boolean remembered;
    private boolean hanging;

    /// @param longest how long the cut is waited for
    PaperPath(
            DeviceProfile profile,
            PrinterLine line,
            EscPosEncoder encoder,
            PrintJournal journal,
            InstantSource clock,
            Duration longest) {
        this.profile = profile;
        this.line = line;
        this.encoder = encoder;
        this.journal = journal;
        this.clock = clock;
        this.longest = longest;
    }

    /// Learns from the journal what the terminal was doing when it ended.
    void recall() {
        if (!remembered) {
            hanging = journal.halfPaper().isPresent();
            remembered = true;
        }
    }

    /// Whether half a paper may hang there.
    boolean hanging() {
        return hanging;
    }

    /// A job broke off.
    void broken() {
        hanging = true;
    }

    /// Brings it out, so that the next citizen does not find it on top of the own paper. The printer must be able to
    /// print and hold no bytes of an earlier job.
    ///
    /// @return false if that is not proved
    boolean clear() throws IOException {
        if (foundOut() || cutOff()) {
            hanging = false;
        }
        return !hanging;
    }

    /// Whether the printer's counter tells that the last job came out after all: cut, and so printed.
    private boolean foundOut() throws IOException {
        Optional<PrintRecord> last = journal.halfPaper();
        if (profile.kiosk().completion() != Completion.COUNTERS
                || last.isEmpty()
                || !last.get().evidence().matches("[0-9]{1,7}")
                || line.count() != Integer.parseInt(last.get().evidence()) + 1) {
            return false;
        }
        journal.ended(last.get().jobId(), Entry.COMPLETED, PrinterCode.COUNTED);
        return true;
    }

    private boolean cutOff() throws IOException {
        int count = line.count();
        if (count < 0) {
            return false;
        }
        CompletionEvidence evidence =
                CompletionEvidence.of(
                        profile.kiosk().completion(),
                        CompletionEvidence.id("", clock.instant()),
                        count);
        line.await(evidence);
        line.write(encoder.ejection());
        line.write(evidence.request());
        if (!line.proof(longest)) {
            return false;
        }
        journal.cutOff();
        return true;
    }
}
