package de.koblenz.kiosk.device.scanner;

import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How a scanner is (`scan:ScannerStatus`).
///
/// @param state of the whole
/// @param feeder of the feeder
/// @param jobs state of each job that it remembers, by the end of its address
record EsclStatus(State state, Feeder feeder, Map<String, JobState> jobs) {
    private static final int MOST_JOBS = 100;

    /// `pwg:State`.
    enum State {
        IDLE,
        /// Works, for whomever.
        PROCESSING,
        /// Warms up, calibrates.
        TESTING,
        /// Needs somebody.
        STOPPED,
        /// Cannot be used.
        DOWN
    }

    /// `scan:AdfState`, as far as it makes a difference.
    enum Feeder {
        /// It has none, or does not tell.
        UNKNOWN,
        LOADED,
        EMPTY,
        PROCESSING,
        /// Stuck, not drawn in, or two sheets at once.
        JAM,
        OPEN,
        /// Its tray failed.
        BROKEN
    }

    /// `pwg:JobState`.
    enum JobState {
        UNDER_WAY,
        COMPLETED,
        /// Somebody pressed a button at the scanner.
        CANCELED,
        ABORTED
    }

    EsclStatus {
        jobs = Map.copyOf(jobs);
    }

    /// Reads the answer to `GET ScannerStatus`.
    ///
    /// @throws XmlRefused if it is no XML, hostile, something else, or of a state that there is not
    static EsclStatus read(byte[] xml) throws XmlRefused {
        XmlCursor cursor = Escl.open(xml, "ScannerStatus");
        Optional<State> state = Optional.empty();
        Feeder feeder = Feeder.UNKNOWN;
        Map<String, JobState> jobs = new HashMap<>();
        int here = cursor.depth();
        while (cursor.child(here)) {
            switch (cursor.name()) {
                case "State" -> state = state(cursor.text());
                case "AdfState" -> feeder = feeder(cursor.text());
                case "Jobs" -> jobs(cursor, jobs);
                default -> {
                    // Version, reasons in words.
                }
            }
        }
        return new EsclStatus(
                state.orElseThrow(() ->
                        new XmlRefused(cursor.place(), "no state", ScannerCode.BAD_DATA.code())),
                feeder,
                jobs);
    }

    private static Optional<State> state(String word) {
        return switch (word) {
            case "Idle" -> Optional.of(State.IDLE);
            case "Processing" -> Optional.of(State.PROCESSING);
            case "Testing" -> Optional.of(State.TESTING);
            case "Stopped" -> Optional.of(State.STOPPED);
            case "Down" -> Optional.of(State.DOWN);
            default -> Optional.empty();
        };
    }

    private static Feeder feeder(String word) {
        return switch (word) {
            // The second is a slip of the pen of one server.
            case "ScannerAdfLoaded", "ScannedAdfLoaded" -> Feeder.LOADED;
            case "ScannerAdfEmpty" -> Feeder.EMPTY;
            case "ScannerAdfProcessing" -> Feeder.PROCESSING;
            case "ScannerAdfJam",
                    "ScannerAdfMispick",
                    "ScannerAdfMultipickDetected",
                    "ScannerAdfDuplexPageTooShort",
                    "ScannerAdfDuplexPageTooLong",
                    "ScannerAdfInputTrayOverloaded" ->
                    Feeder.JAM;
            case "ScannerAdfHatchOpen", "ScannerAdfDoorOpen" -> Feeder.OPEN;
            case "ScannerAdfInputTrayFailed" -> Feeder.BROKEN;
            default -> Feeder.UNKNOWN;
        };
    }

    private static void jobs(XmlCursor cursor, Map<String, JobState> jobs) throws XmlRefused {
        int here = cursor.depth();
        while (cursor.child(here)) {
            int job = cursor.depth();
            String address = "";
            JobState state = JobState.UNDER_WAY;
            while (cursor.child(job)) {
                switch (cursor.name()) {
                    case "JobUri" -> address = cursor.text();
                    case "JobState" ->
                            state =
                                    switch (cursor.text()) {
                                        case "Completed" -> JobState.COMPLETED;
                                        case "Canceled" -> JobState.CANCELED;
                                        case "Aborted" -> JobState.ABORTED;
                                        default -> JobState.UNDER_WAY;
                                    };
                    default -> {
                        // Age, images, reasons.
                    }
                }
            }
            if (!address.isEmpty() && jobs.size() < MOST_JOBS) {
                jobs.put(end(address), state);
            }
        }
    }

    /// The last part of a job's address, by which scanners tell jobs apart.
    static String end(String address) {
        String whole = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /// How that job ended, where the scanner knows.
    Optional<JobState> job(String address) {
        return Optional.ofNullable(jobs.get(end(address)));
    }

    /// Whether it works for somebody, or makes itself ready.
    boolean busy() {
        return state == State.PROCESSING || state == State.TESTING;
    }

    /// What keeps it from scanning until somebody does something.
    ///
    /// @param fed whether the feeder is wanted
    Optional<ScannerCode> obstacle(boolean fed) {
        boolean stopped = state == State.STOPPED || state == State.DOWN;
        if (fed || stopped) {
            switch (feeder) {
                case JAM -> {
                    return Optional.of(ScannerCode.JAM);
                }
                case OPEN -> {
                    return Optional.of(ScannerCode.COVER);
                }
                case BROKEN -> {
                    return Optional.of(ScannerCode.BROKEN);
                }
                case UNKNOWN, LOADED, EMPTY, PROCESSING -> {
                    // Scans.
                }
            }
        }
        return stopped ? Optional.of(ScannerCode.BROKEN) : Optional.empty();
    }

    /// The state in the words of XFS4IoT.
    DeviceState device() {
        return switch (feeder) {
            case JAM, OPEN -> DeviceState.USER_ERROR;
            case BROKEN -> DeviceState.HARDWARE_ERROR;
            case UNKNOWN, LOADED, EMPTY, PROCESSING ->
                    switch (state) {
                        case IDLE -> DeviceState.ONLINE;
                        case PROCESSING, TESTING -> DeviceState.DEVICE_BUSY;
                        case STOPPED, DOWN -> DeviceState.HARDWARE_ERROR;
                    };
        };
    }

    /// `media` and `cover` in the words of XFS4IoT; `paper` is `jammed` while it is.
    Map<String, String> details() {
        return switch (feeder) {
            case LOADED, PROCESSING -> Map.of("media", "present", "cover", "closed");
            case EMPTY -> Map.of("media", "notPresent", "cover", "closed");
            // The word by which the data centre knows every jam.
            case JAM -> Map.of("media", "unknown", "cover", "closed", "paper", "jammed");
            case OPEN -> Map.of("media", "unknown", "cover", "open");
            case UNKNOWN, BROKEN -> Map.of("media", "unknown", "cover", "unknown");
        };
    }
}
