package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PaperUse;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintRecord;
import de.koblenz.kiosk.order.payment.BookingEntry;
import de.koblenz.kiosk.order.payment.BookingJournal;
import de.koblenz.kiosk.order.submission.SealedApplication;
import de.koblenz.kiosk.order.submission.SealedAttachment;
import de.koblenz.kiosk.order.submission.SealedSubmission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What survives a crash, in memory, for runs by the thousand.
final class MemoryStore implements OrderStore, BookingJournal, PrintJournal {
    final Map<OrderId, Order> orders = new LinkedHashMap<>();
    final Map<OrderId, SealedSubmission> sealed = new HashMap<>();
    final Map<OrderId, ReceiptContent> receipts = new HashMap<>();
    final Map<OrderId, List<SealedAttachment>> attachments = new HashMap<>();
    final List<BookingEntry> bookings = new ArrayList<>();
    final Map<String, Entry> prints = new HashMap<>();
    boolean full;

    @Override
    public boolean add(Order order, Optional<SealedApplication> envelope, ReceiptContent receipt)
            throws StoreFull {
        room();
        if (orders.putIfAbsent(order.id(), order) != null) {
            return false;
        }
        envelope.ifPresent(e -> {
            sealed.put(order.id(), e.submission());
            attachments.put(order.id(), e.attachments());
        });
        receipts.put(order.id(), receipt);
        return true;
    }

    @Override
    public void save(Order order) throws StoreFull {
        room();
        orders.put(order.id(), order);
        if (order.state() == OrderState.ENDED || order.over()) {
            sealed.remove(order.id());
            attachments.remove(order.id());
        }
        if (order.dispatch().status().compareTo(Order.Dispatch.Status.DELIVERED) >= 0) {
            attachments.remove(order.id());
        }
        if (!order.owesReceipt()) {
            receipts.remove(order.id());
        }
    }

    @Override
    public void expire(Instant now) {
        // A walk is shorter than the time for which a receipt is kept.
    }

    private void room() throws StoreFull {
        if (full) {
            throw new StoreFull("full");
        }
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<SealedSubmission> sealed(OrderId id) {
        return Optional.ofNullable(sealed.get(id));
    }

    @Override
    public ReceiptContent receipt(OrderId id, Instant now) {
        return receipts.getOrDefault(id, ReceiptContent.USUAL);
    }

    @Override
    public Optional<SealedAttachment> attachment(OrderId id, int number) {
        return Optional.ofNullable(attachments.get(id)).map(all -> all.get(number));
    }

    @Override
    public List<Order> unfinished() {
        return orders.values().stream().filter(o -> o.state() != OrderState.ENDED).toList();
    }

    @Override
    public List<Order> withKeptPaper() {
        return orders.values().stream()
                .filter(o ->
                        o.slips().stream()
                                .anyMatch(s ->
                                        s.state() == OrderProgress.Paper.State.KEPT
                                                || s.state() == OrderProgress.Paper.State.UNKNOWN))
                .toList();
    }

    @Override
    public void append(BookingEntry entry) throws StoreFull {
        room();
        boolean there =
                bookings.stream()
                        .anyMatch(e ->
                                e.orderId().equals(entry.orderId()) && e.kind() == entry.kind());
        if (!there) {
            bookings.add(entry.numbered(bookings.size() + 1));
        }
    }

    @Override
    public List<BookingEntry> entries() {
        return List.copyOf(bookings);
    }

    @Override
    public void sending(String jobId, String reason, String evidence) {
        prints.put(jobId, Entry.SENDING);
    }

    @Override
    public void ended(String jobId, Entry outcome, String code) {
        prints.put(jobId, outcome);
    }

    @Override
    public Optional<Entry> find(String jobId) {
        return Optional.ofNullable(prints.get(jobId));
    }

    @Override
    public List<PrintRecord> latest(int count) {
        throw new UnsupportedOperationException("no order asks for that");
    }

    @Override
    public Optional<PrintRecord> halfPaper() {
        return Optional.empty();
    }

    @Override
    public void cutOff() {}

    @Override
    public PaperUse paperUse() {
        return PaperUse.NEW;
    }

    @Override
    public void remember(PaperUse use) {}
}
