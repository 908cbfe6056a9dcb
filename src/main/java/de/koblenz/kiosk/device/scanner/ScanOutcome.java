package de.koblenz.kiosk.device.scanner;

import java.util.List;

/// How a scan ended. Scanning changes nothing in the world, so a failed one may simply be repeated.
public sealed interface ScanOutcome {
    /// All pages are there.
    ///
    /// @param pages at least one, in the order of scanning; they belong to the receiver, who closes them
    record Scanned(List<ScannedPage> pages) implements ScanOutcome, AutoCloseable {
        public Scanned {
            pages = List.copyOf(pages);
            if (pages.isEmpty()) {
                throw new IllegalArgumentException("no page");
            }
        }

        /// Erases all pages.
        @Override
        public void close() {
            pages.forEach(ScannedPage::close);
        }
    }

    /// There is no page.
    ///
    /// @param code why
    record Failed(ScannerCode code) implements ScanOutcome {}
}
