package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.payment.PaymentGateway;
import de.koblenz.kiosk.order.payment.PaymentRequest;
import de.koblenz.kiosk.order.payment.PaymentState;
import de.koblenz.kiosk.order.submission.SealedApplication;
import de.koblenz.kiosk.order.submission.SealedAttachment;
import de.koblenz.kiosk.order.submission.SealedSubmission;
import de.koblenz.kiosk.order.submission.Submission;
import de.koblenz.kiosk.order.submission.SubmissionChannel;
import de.koblenz.kiosk.order.ticketing.Booking;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Venue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Payment platform, booking service and delivery service in memory, as bad as the network may be: every call may fail
/// undone, or be done and lose its answer. Not thread-safe.
final class FarEnds {
    private final InstantSource clock;
    private final Random random;
    private final Duration platformLimit;
    private final boolean idempotent;

    /// How many of 100 calls go wrong.
    int trouble;

    final Map<String, Payment> payments = new LinkedHashMap<>();
    final Map<UUID, Places> holds = new LinkedHashMap<>();
    final Map<String, SealedSubmission> submitted = new HashMap<>();
    final List<String> announced = new ArrayList<>();

    /// Documents by submission.
    final Map<String, Set<String>> uploaded = new HashMap<>();

    /// How many of 100 incomplete submissions are swept away before their next document.
    int forgetfulness;

    /// Called while a document is on its way.
    Runnable whileUploading = () -> {};

    SubmissionChannel.DeliveryStatus verdict = SubmissionChannel.DeliveryStatus.ACCEPTED;
    boolean refusesSubmissions;
    boolean badTickets;
    int free = 2;

    /// @param idempotent whether the platform answers a repeated request id with the same transaction; the standard
    ///     does not promise it
    FarEnds(InstantSource clock, Random random, Duration platformLimit, boolean idempotent) {
        this.clock = clock;
        this.random = random;
        this.platformLimit = platformLimit;
        this.idempotent = idempotent;
    }

    static final class Payment {
        final String id;
        final String requestId;
        final int cents;
        final Instant until;
        String status = "INITIAL";
        Instant paidAt = Instant.EPOCH;

        Payment(String id, String requestId, int cents, Instant until) {
            this.id = id;
            this.requestId = requestId;
            this.cents = cents;
            this.until = until;
        }
    }

    static final class Places {
        final int count;
        Instant until;
        String state = "HELD";

        Places(int count, Instant until) {
            this.count = count;
            this.until = until;
        }
    }

    private interface Call<T> {
        T made();
    }

    private <T> T call(Call<T> call) throws IOException {
        int luck = random.nextInt(100);
        if (luck < trouble / 2) {
            throw new IOException("not asked");
        }
        T answer = call.made();
        if (luck < trouble) {
            throw new IOException("answer lost");
        }
        return answer;
    }

    // ---- payment platform

    /// Somebody with the page of this transaction in hand pays.
    boolean pay(String transactionId) {
        Payment payment = transaction(transactionId);
        expire(payment);
        if (payment.status.equals("INITIAL")) {
            payment.status = "PAYED";
            payment.paidAt = clock.instant();
            return true;
        }
        return false;
    }

    void decline(String transactionId) {
        Payment payment = transaction(transactionId);
        expire(payment);
        if (payment.status.equals("INITIAL")) {
            payment.status = "FAILED";
        }
    }

    private Payment transaction(String id) {
        return Objects.requireNonNull(payments.get(id));
    }

    private void expire(Payment payment) {
        if (payment.status.equals("INITIAL") && !clock.instant().isBefore(payment.until)) {
            payment.status = "CANCELED";
        }
    }

    List<Payment> paid() {
        return payments.values().stream().filter(p -> p.status.equals("PAYED")).toList();
    }

    final PaymentGateway gateway =
            new PaymentGateway() {
                @Override
                public Opening open(PaymentRequest request) throws IOException {
                    return call(() -> opening(request));
                }

                @Override
                public PaymentState look(String id) throws IOException {
                    return call(() -> state(id));
                }
            };

    private PaymentGateway.Opening opening(PaymentRequest request) {
        Payment payment =
                payments.values().stream()
                        .filter(p -> idempotent && p.requestId.equals(request.requestId()))
                        .findFirst()
                        .orElseGet(() -> {
                            Payment made =
                                    new Payment(
                                            "t" + payments.size(),
                                            request.requestId(),
                                            request.cents(),
                                            clock.instant().plus(platformLimit));
                            payments.put(made.id, made);
                            return made;
                        });
        return new PaymentGateway.Opening.Opened(
                payment.id, "https://pay.example/" + payment.id, "");
    }

    private PaymentState state(String id) {
        Payment payment = transaction(id);
        expire(payment);
        return switch (payment.status) {
            case "INITIAL" -> new PaymentState.Pending();
            case "PAYED" ->
                    new PaymentState.Paid(
                            "KZ-" + id, "CREDITCARD", payment.paidAt, OptionalInt.of(12));
            case "FAILED" -> new PaymentState.Ended(false);
            default -> new PaymentState.Ended(true);
        };
    }

    // ---- booking service

    private void expireHolds() {
        for (Places hold : holds.values()) {
            if (hold.state.equals("HELD") && !clock.instant().isBefore(hold.until)) {
                hold.state = "EXPIRED";
                free += hold.count;
            }
        }
    }

    void loseHold(UUID id) {
        Places hold = holds.get(id);
        if (hold != null && hold.state.equals("HELD")) {
            hold.until = clock.instant();
            expireHolds();
        }
    }

    final Booking booking =
            new Booking() {
                @Override
                public List<Venue> venues() {
                    return List.of();
                }

                @Override
                public List<Slot> slots(String venueId, LocalDate from, LocalDate to) {
                    return List.of();
                }

                @Override
                public Hold hold(UUID id, String slot, int places, Duration ttl)
                        throws IOException {
                    return call(() -> made(id, places, ttl));
                }

                @Override
                public Hold extend(UUID id, Duration ttl) throws IOException {
                    return call(() -> extended(id, ttl));
                }

                @Override
                public Confirmation confirm(UUID id, String reference) throws IOException {
                    return call(() -> confirmed(id));
                }

                @Override
                public boolean release(UUID id) throws IOException {
                    return call(() -> released(id));
                }

                @Override
                public void takeBack(UUID id, String reason) throws IOException {
                    call(() -> takenBack(id));
                }
            };

    private Booking.Hold made(UUID id, int count, Duration ttl) {
        expireHolds();
        Places hold = holds.get(id);
        if (hold == null) {
            if (free < count) {
                return new Booking.Hold.SoldOut(free);
            }
            free -= count;
            hold = new Places(count, clock.instant().plus(ttl));
            holds.put(id, hold);
        }
        return hold.state.equals("HELD")
                ? new Booking.Hold.Held(hold.until)
                : new Booking.Hold.Gone();
    }

    private Booking.Hold extended(UUID id, Duration ttl) {
        expireHolds();
        Places hold = holds.get(id);
        if (hold == null || !hold.state.equals("HELD")) {
            return new Booking.Hold.Gone();
        }
        hold.until = clock.instant().plus(ttl);
        return new Booking.Hold.Held(hold.until);
    }

    private Booking.Confirmation confirmed(UUID id) {
        expireHolds();
        Places hold = holds.get(id);
        if (hold == null || hold.state.equals("EXPIRED") || hold.state.equals("RELEASED")) {
            return new Booking.Confirmation.Gone();
        }
        hold.state = "CONFIRMED";
        if (badTickets) {
            return new Booking.Confirmation.Untrusted();
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < hold.count; i++) {
            codes.add("KO1." + id + "." + i);
        }
        return new Booking.Confirmation.Confirmed(codes);
    }

    private boolean released(UUID id) {
        expireHolds();
        Places hold = holds.get(id);
        if (hold == null || !hold.state.equals("HELD")) {
            return hold == null || !hold.state.equals("CONFIRMED");
        }
        hold.state = "RELEASED";
        free += hold.count;
        return true;
    }

    private boolean takenBack(UUID id) {
        Places hold = holds.get(id);
        if (hold != null && hold.state.equals("CONFIRMED")) {
            hold.state = "RELEASED";
            free += hold.count;
        }
        return true;
    }

    // ---- delivery service

    private boolean forgets(String id) {
        if (random.nextInt(100) >= forgetfulness) {
            return false;
        }
        uploaded.remove(id);
        return true;
    }

    final SubmissionChannel channel =
            new SubmissionChannel() {
                @Override
                public SealedApplication seal(Submission submission) {
                    List<SealedAttachment> attachments =
                            submission.attachments().stream()
                                    .map(it ->
                                            new SealedAttachment(
                                                    it.id().toString(), "sealed." + it.name()))
                                    .toList();
                    return new SealedApplication(
                            new SealedSubmission(
                                    submission.destinationId(),
                                    submission.leikaKey(),
                                    submission.serviceName(),
                                    "sealed.metadata",
                                    "sealed.data",
                                    attachments.stream().map(SealedAttachment::tag).toList()),
                            attachments);
                }

                @Override
                public Announcement announce(SealedSubmission sealed) throws IOException {
                    return call(() -> {
                        if (refusesSubmissions) {
                            return new Announcement.Refused(422);
                        }
                        announced.add("s" + announced.size());
                        return new Announcement.Announced(announced.getLast(), "case");
                    });
                }

                @Override
                public Handover upload(String id, SealedAttachment attachment) throws IOException {
                    return call(() -> {
                        whileUploading.run();
                        if (forgets(id)) {
                            return new Handover.Forgotten();
                        }
                        uploaded.computeIfAbsent(id, _ -> new TreeSet<>()).add(attachment.jwe());
                        return new Handover.Taken();
                    });
                }

                @Override
                public Handover send(String id, SealedSubmission sealed) throws IOException {
                    return call(() -> {
                        int documents = uploaded.getOrDefault(id, Set.of()).size();
                        if (documents < sealed.attachments().size()) {
                            return new Handover.Refused(422);
                        }
                        submitted.put(id, sealed);
                        return new Handover.Taken();
                    });
                }

                @Override
                public DeliveryStatus status(String id, String caseId, SealedSubmission sealed)
                        throws IOException {
                    return call(() -> verdict);
                }
            };
}
