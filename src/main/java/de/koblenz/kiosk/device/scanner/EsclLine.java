package de.koblenz.kiosk.device.scanner;

import de.koblenz.kiosk.xml.XmlRefused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The scanner's end of HTTP: one address, no redirections, no proxy, every answer limited in bytes and time. The scanner's
/// thread only.
///
/// What goes wrong is a [ScanFault]: `GONE` for no connection, `SLOW` for no whole answer in time, `TOO_LARGE`,
/// `CANCELLED`, and `BAD_DATA` for anything else.
final class EsclLine implements AutoCloseable {
    private final URI base;
    private final ScannerTimings timings;
    private @Nullable HttpClient client;

    /// Does nothing yet: the client's classes take their time.
    ///
    /// @param base of eSCL, with a slash at the end
    EsclLine(URI base, ScannerTimings timings) {
        this.base = base;
        this.timings = timings;
    }

    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .proxy(HttpClient.Builder.NO_PROXY)
                            .connectTimeout(timings.connect())
                            .build();
            client = made;
        }
        return made;
    }

    /// An answer, whatever its status.
    static final class Answer {
        private final int status;
        private final String type;
        private final String location;
        private final byte[] body;

        Answer(int status, String type, String location, byte[] body) {
            this.status = status;
            this.type = type;
            this.location = location;
            this.body = body;
        }

        int status() {
            return status;
        }

        /// Content type without parameters, in lower case; empty without one.
        String type() {
            return type;
        }

        /// Header of that name; empty without one.
        String location() {
            return location;
        }

        /// The body itself: whoever has the answer overwrites it.
        byte[] body() {
            return body;
        }
    }

    /// An answer that may be waited for more than once.
    record Call(CompletableFuture<HttpResponse<byte[]>> answer, Arrival arrival) {
        /// Ends the connection, and overwrites what has arrived.
        void abandon() {
            answer.cancel(true);
            arrival.forget();
        }
    }

    /// Asks for the capabilities.
    EsclCapabilities capabilities(CompletableFuture<?> stop) throws ScanFault {
        try {
            return EsclCapabilities.read(document("ScannerCapabilities", stop));
        } catch (XmlRefused _) {
            throw new ScanFault(ScannerCode.BAD_DATA);
        }
    }

    /// Asks for the status; `BUSY` where the scanner has no time to tell.
    EsclStatus status(CompletableFuture<?> stop) throws ScanFault {
        try {
            return EsclStatus.read(document("ScannerStatus", stop));
        } catch (XmlRefused _) {
            throw new ScanFault(ScannerCode.BAD_DATA);
        }
    }

    private byte[] document(String name, CompletableFuture<?> stop) throws ScanFault {
        Answer answer = get(base.resolve(name), Escl.LIMITS.bytes(), timings.answer(), stop);
        if (answer.status() != 200) {
            throw new ScanFault(answer.status() == 503 ? ScannerCode.BUSY : ScannerCode.BAD_DATA);
        }
        return answer.body();
    }

    /// Gets something.
    ///
    /// @param most bytes of a body that is what was asked for
    Answer get(URI address, int most, Duration longest, CompletableFuture<?> stop)
            throws ScanFault {
        if (stop.isDone()) {
            throw new ScanFault(ScannerCode.CANCELLED);
        }
        return whole(begin(HttpRequest.newBuilder(address).GET(), most), longest, stop);
    }

    /// Begins to hand in a ticket.
    Call post(EsclTicket ticket) {
        return begin(
                HttpRequest.newBuilder(base.resolve("ScanJobs"))
                        .header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofByteArray(ticket.xml())),
                Escl.LIMITS.bytes());
    }

    /// Tells the scanner that a job is not wanted any more, and does not mind what it says.
    void delete(URI job) {
        try {
            whole(
                    begin(HttpRequest.newBuilder(job).DELETE(), Escl.LIMITS.bytes()),
                    timings.leave(),
                    new CompletableFuture<>());
        } catch (ScanFault _) {
            // It forgets a job that nobody fetches.
        }
    }

    /// The address of a new job. Of what the scanner says only the path counts: behind `ipp-usb` scanners name themselves as
    /// they please, and no page is fetched from anywhere else.
    URI job(String location) throws ScanFault {
        return JobAddress.of(location, base);
    }

    private Call begin(HttpRequest.Builder request, int most) {
        Arrival arrival = new Arrival(most);
        return new Call(client().sendAsync(request.build(), arrival::begin), arrival);
    }

    private static Answer whole(Call call, Duration longest, CompletableFuture<?> stop)
            throws ScanFault {
        try {
            return await(call, longest, stop);
        } catch (ScanFault e) {
            call.abandon();
            throw e;
        }
    }

    /// Waits for an answer; leaves the call as it is when there is none.
    static Answer await(Call call, Duration longest, CompletableFuture<?> stop) throws ScanFault {
        try {
            CompletableFuture.anyOf(call.answer(), stop)
                    .get(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
            if (stop.isDone()) {
                throw new ScanFault(ScannerCode.CANCELLED);
            }
            HttpResponse<byte[]> answer = call.answer().get();
            return new Answer(
                    answer.statusCode(),
                    answer.headers()
                            .firstValue("Content-Type")
                            .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                            .orElse(""),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (TimeoutException _) {
            throw new ScanFault(ScannerCode.SLOW);
        } catch (ExecutionException e) {
            throw new ScanFault(code(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ScanFault(ScannerCode.CLOSED);
        }
    }

    private static ScannerCode code(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ScanFault own -> {
                    return own.code();
                }
                case ConnectException _,
                        HttpConnectTimeoutException _,
                        UnresolvedAddressException _ -> {
                    return ScannerCode.GONE;
                }
                case ClosedChannelException _ -> {
                    return ScannerCode.BAD_DATA;
                }
                case IOException _ -> {
                    // Perhaps because of something that is known better.
                }
                default -> {
                    // Wrapped.
                }
            }
        }
        return ScannerCode.BAD_DATA;
    }

    @Override
    public void close() {
        HttpClient made = client;
        if (made != null) {
            made.shutdownNow();
        }
    }
}
