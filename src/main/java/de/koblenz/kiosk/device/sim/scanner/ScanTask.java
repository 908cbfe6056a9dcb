package de.koblenz.kiosk.device.sim.scanner;

/// A job as the scanner knows it. Guarded by the scanner.
final class ScanTask {
    /// `pwg:JobState`.
    enum State {
        PROCESSING("Processing", "JobScanning"),
        COMPLETED("Completed", "JobCompletedSuccessfully"),
        CANCELED("Canceled", "JobCanceledByUser"),
        ABORTED("Aborted", "AbortedBySystem");

        private final String word;
        private final String reason;

        State(String word, String reason) {
            this.word = word;
            this.reason = reason;
        }
    }

    final String path;
    final ScanTicket ticket;
    State state = State.PROCESSING;
    int images;

    ScanTask(String path, ScanTicket ticket) {
        this.path = path;
        this.ticket = ticket;
    }

    boolean fed() {
        return ticket.source().equals("Feeder");
    }

    boolean underWay() {
        return state == State.PROCESSING;
    }

    /// `scan:JobInfo`.
    String xml() {
        return "<scan:JobInfo><pwg:JobUri>"
                + path
                + "</pwg:JobUri><pwg:JobUuid>"
                + path.substring(path.lastIndexOf('/') + 1)
                + "</pwg:JobUuid><scan:Age>1</scan:Age><pwg:ImagesCompleted>"
                + images
                + "</pwg:ImagesCompleted><pwg:ImagesToTransfer>"
                + (underWay() ? 1 : 0)
                + "</pwg:ImagesToTransfer><pwg:JobState>"
                + state.word
                + "</pwg:JobState><pwg:JobStateReasons><pwg:JobStateReason>"
                + state.reason
                + "</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>\n";
    }
}
