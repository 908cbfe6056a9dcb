package de.koblenz.kiosk.eid.ausweisapp;

import java.net.URI;
import java.net.http.HttpClient;

/// A running AusweisApp, reached over the WebSocket of its SDK (desktop, "WebSocket"). It has to run on this machine with the reader; the
/// terminal's own driver must not hold the card meanwhile. Immutable and thread-safe, but the app serves one dialogue at a time.
public final class AusweisApp implements AutoCloseable {
    /// Where the app listens, as TR-03124-1 §2.2.1.1 has it.
    public static final URI USUAL = URI.create("ws://127.0.0.1:24727/eID-Kernel");

    private final URI address;
    private final AppTimings timings;
    private final HttpClient client;

    /// Does not connect yet.
    public AusweisApp(URI address, AppTimings timings) {
        this.address = address;
        this.timings = timings;
        this.client = HttpClient.newBuilder().connectTimeout(timings.connect()).build();
    }

    AppTimings timings() {
        return timings;
    }

    AppSession begin() throws AppException {
        return AppSession.over(
                AppConnection.open(client, address, timings.connect()), timings, System::nanoTime);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
