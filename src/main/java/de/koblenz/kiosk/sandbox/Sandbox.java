package de.koblenz.kiosk.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// All stand-ins for outside services in one data folder: payment platform, authority, booking service. They listen on
/// 127.0.0.1 alone and speak the real protocols; no money moves and nobody receives anything. Thread-safe.
public final class Sandbox implements AutoCloseable {
    /// The bearer token of the booking service where nothing else is asked for.
    public static final String BOOKING_TOKEN = "sandbox";

    /// How long a payment can be made where nothing else is asked for.
    public static final Duration PAYMENT_TIME_LIMIT = Duration.ofMinutes(10);

    private final PaymentPlatform payments;
    private final Authority authority;
    private final BookingService booking;

    /// How the stand-ins are set up.
    ///
    /// @param portBase first of three ports in a row (payment, authority, booking), or 0 for any free ones
    /// @param paymentTimeLimit after which an unpaid transaction is CANCELED
    public record Settings(
            int portBase,
            Duration paymentTimeLimit,
            PaymentAccess access,
            Destination destination,
            String bookingToken,
            List<Venue> venues) {
        public Settings {
            venues = List.copyOf(venues);
        }

        /// Free ports and all defaults.
        public static Settings defaults() {
            return new Settings(
                    0,
                    PAYMENT_TIME_LIMIT,
                    PaymentAccess.DEFAULT,
                    Destination.DEFAULT,
                    BOOKING_TOKEN,
                    KoblenzPools.venues());
        }

        public Settings withPortBase(int port) {
            return new Settings(port, paymentTimeLimit, access, destination, bookingToken, venues);
        }

        public Settings withPaymentTimeLimit(Duration limit) {
            return new Settings(portBase, limit, access, destination, bookingToken, venues);
        }

        public Settings withDestination(Destination other) {
            return new Settings(portBase, paymentTimeLimit, access, other, bookingToken, venues);
        }

        public Settings withVenues(List<Venue> others) {
            return new Settings(
                    portBase, paymentTimeLimit, access, destination, bookingToken, others);
        }

        private int port(int index) {
            return portBase == 0 ? 0 : portBase + index;
        }

        @Override
        public String toString() {
            return "Settings[" + portBase + "]";
        }
    }

    private Sandbox(PaymentPlatform payments, Authority authority, BookingService booking) {
        this.payments = payments;
        this.authority = authority;
        this.booking = booking;
    }

    /// Starts everything with its state in `data`, which is made where it does not exist.
    ///
    /// @throws IOException if a port is taken or the folder cannot be written
    public static Sandbox start(Path data, InstantSource clock, Settings settings)
            throws IOException {
        PaymentPlatform payments =
                new PaymentPlatform(
                        data,
                        settings.port(0),
                        clock,
                        settings.paymentTimeLimit(),
                        settings.access());
        try {
            Authority authority =
                    new Authority(data, settings.port(1), clock, settings.destination());
            try {
                BookingService booking =
                        new BookingService(
                                data,
                                settings.port(2),
                                clock,
                                settings.bookingToken(),
                                settings.venues());
                return new Sandbox(payments, authority, booking);
            } catch (IOException | RuntimeException e) {
                authority.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            payments.close();
            throw e;
        }
    }

    public PaymentPlatform payments() {
        return payments;
    }

    public Authority authority() {
        return authority;
    }

    public BookingService booking() {
        return booking;
    }

    public Switchboard switchboard() {
        return new Switchboard(payments, authority, booking);
    }

    /// Where the stand-ins are, as one JSON object: `{"payment","authority","token","destination","booking"}`.
    public String addresses() {
        return Fields.object()
                .put("payment", payments.base().toString())
                .put("authority", authority.base().toString())
                .put("token", authority.tokenUri().toString())
                .put("destination", authority.destination().id())
                .put("booking", booking.base().toString())
                .toString();
    }

    @Override
    public void close() {
        booking.close();
        authority.close();
        payments.close();
    }

    /// Runs the stand-ins in a process of their own: `--data DIR [--port-base N]`. Prints [#addresses] as the first
    /// line, then answers each line of standard input ([Commands]; `list` shows everything) until it ends.
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of("sandbox-data");
        Settings settings = Settings.defaults();
        for (int i = 0; i < arguments.length; i += 2) {
            switch (i + 1 < arguments.length ? arguments[i] : "") {
                case "--data" -> data = Path.of(arguments[i + 1]);
                case "--port-base" ->
                        settings = settings.withPortBase(Integer.parseInt(arguments[i + 1]));
                default -> {
                    System.err.println("usage: Sandbox [--data DIR] [--port-base N]");
                    System.exit(2);
                }
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Sandbox sandbox = start(data, Clock.systemUTC(), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
        out.println(sandbox.addresses());
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ObjectNode answer =
                    line.strip().equals("list")
                            ? Commands.list(sandbox.switchboard())
                            : Commands.run(sandbox.switchboard(), line);
            out.println(answer);
        }
        System.exit(0);
    }
}
