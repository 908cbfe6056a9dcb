package de.koblenz.kiosk.device.scanner;

import de.koblenz.kiosk.device.Device;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/// A scanner for papers: a glass plate, a feeder, or both.
///
/// Its [#health()] has, beside the state, `media` for the feeder in the words of XFS4IoT: `present` (paper lies in it),
/// `notPresent`, or `unknown` where it has no feeder or does not tell; `cover`: `open`, `closed`, or `unknown`; and `paper`,
/// which is `jammed` while it is, and otherwise not there. Nobody can see whether something lies on the plate.
public interface DocumentScanner extends Device {
    /// Where it can take pages from: [ScanSettings.Source#PLATEN], [ScanSettings.Source#FEEDER] or both; empty as long as
    /// it has not answered since it was plugged in.
    Set<ScanSettings.Source> sources();

    /// Scans once: the page on the plate, or all pages in the feeder. Returns at once; scans run one after another in
    /// the order of the calls.
    ///
    /// All or nothing: when a page of several fails, those before it are erased. The pages of a
    /// [ScanOutcome.Scanned] belong to the caller, who closes them on every path; also when nobody wants them any more.
    ///
    /// @param progress gets the number of pages that have arrived, after each; on the scanner's thread, and must not block
    /// @return completes on the scanner's thread, never exceptionally; cancelling this future stops nothing
    CompletableFuture<ScanOutcome> scan(ScanSettings settings, IntConsumer progress);

    /// Scans once, and tells no progress.
    default CompletableFuture<ScanOutcome> scan(ScanSettings settings) {
        return scan(settings, _ -> {});
    }

    /// Ends the scan that runs and those that wait: they fail with [ScannerCode#CANCELLED], within a second also when the
    /// scanner says nothing. What has arrived is erased. A scan asked for later is not touched; without one nothing
    /// happens.
    void cancel();
}
