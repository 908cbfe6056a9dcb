package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.device.printer.PrinterCode;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.order.document.DocumentWords;
import de.koblenz.kiosk.order.submission.SealedApplication;
import de.koblenz.kiosk.order.submission.SealingRefused;
import de.koblenz.kiosk.order.submission.Submission;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The desk whose orders survive everything: each is a saga on disk, written before each effect. Thread-safe.
///
/// Start it with [#recover()], before the first [#place]. The scheduler is the caller's: close it first, then the
/// store; what is unfinished goes on at the next start.
public final class DurableOrderDesk implements OrderDesk {
    private final OrderPorts ports;
    private final OrderPapers papers;
    private final CitizenCopies copies;
    private final InstantSource clock;
    private final CrashPoint crash;
    private final Runners runners;
    private final Map<OrderId, OrderRunner> orders = new ConcurrentHashMap<>();

    /// Orders whose session is over, as soon as that is known.
    private final Set<OrderId> left = ConcurrentHashMap.newKeySet();

    private final List<Consumer<OrderProgress>> listeners = new CopyOnWriteArrayList<>();

    /// @param words texts of the papers
    /// @param crash where tests let it die; [CrashPoint#NONE] in service
    public DurableOrderDesk(
            OrderPorts ports,
            DocumentWords words,
            OrderLimits limits,
            InstantSource clock,
            OrderScheduler scheduler,
            CrashPoint crash) {
        this.ports = ports;
        this.papers = new OrderPapers(words);
        this.copies = new CitizenCopies(papers, ports.printer());
        this.clock = clock;
        this.crash = crash;
        this.runners =
                new Runners(
                        new OrderSaga(limits), new OrderEffects(ports, limits, clock), scheduler);
    }

    @Override
    public void place(OrderRequest request, Enclosures enclosures) throws OrderRefused {
        synchronized (orders) {
            if (orders.containsKey(request.id())) {
                return;
            }
            requirePaper(request);
            Optional<SealedApplication> sealed = seal(request, enclosures);
            Order order = Order.of(request, clock.instant());
            try {
                crash.reached("place before");
                if (!ports.store().add(order, sealed, ReceiptContent.of(request))) {
                    return;
                }
                crash.reached("place after");
            } catch (StoreFull e) {
                throw new OrderRefused(OrderCodes.DISK_FULL, e);
            } catch (IOException e) {
                throw new OrderRefused(OrderCodes.STORE, e);
            }
            copies.take(request);
            runners.progressed(order);
            start(order).post(new Outcome.Begun());
        }
    }

    /// Nothing is sold that cannot be handed out.
    private void requirePaper(OrderRequest request) throws OrderRefused {
        if (!ports.printer().ready(0)) {
            throw new OrderRefused(PrinterCode.NOT_READY);
        }
        if (!ports.printer().ready(papers.millimetres(request, ports.printer()))) {
            throw new OrderRefused(PrinterCode.PAPER_SHORT);
        }
    }

    private Optional<SealedApplication> seal(OrderRequest request, Enclosures enclosures)
            throws OrderRefused {
        if (request.application().isEmpty()) {
            return Optional.empty();
        }
        OrderRequest.Application application = request.application().get();
        try (BoundEnclosures bound = BoundEnclosures.bind(application.enclosures(), enclosures)) {
            return Optional.of(
                    ports.submissions()
                            .seal(
                                    new Submission(
                                            application.destinationId(),
                                            application.leikaKey(),
                                            application.serviceName(),
                                            application.dataJson(),
                                            bound.attachments())));
        } catch (SealingRefused e) {
            throw new OrderRefused(OrderCodes.NO_KEY, e);
        }
    }

    private OrderRunner start(Order order) {
        OrderRunner runner = new OrderRunner(runners, order);
        orders.put(order.id(), runner);
        return runner;
    }

    @Override
    public void cancel(OrderId id) {
        tell(id, new Outcome.CitizenCancelled());
    }

    @Override
    public void resume(OrderId id) {
        left.remove(id);
        tell(id, new Outcome.CitizenResumed());
    }

    @Override
    public void leave(OrderId id) {
        if (orders.containsKey(id)) {
            left.add(id);
        }
        copies.forget(id);
        tell(id, new Outcome.CitizenLeft());
    }

    private void tell(OrderId id, Outcome outcome) {
        OrderRunner runner = orders.get(id);
        if (runner != null) {
            runner.post(outcome);
        }
    }

    @Override
    public void observe(Consumer<OrderProgress> listener) {
        listeners.add(listener);
    }

    /// Goes on with every order that a crash or a shutdown left unfinished; their citizens are taken to have left.
    ///
    /// @throws IOException if the store does not work
    public void recover() throws IOException {
        synchronized (orders) {
            for (Order order : ports.store().unfinished()) {
                if (!orders.containsKey(order.id())) {
                    start(order).post(new Outcome.Recovered());
                }
            }
        }
    }

    /// Prints a kept ticket or receipt for staff. A paper that may already lie on the counter is headed "Duplikat".
    ///
    /// @param paper index in [OrderProgress#papers]
    /// @param reason why, in the words of staff; never personal data
    /// @throws IOException if the store does not work
    /// @throws IllegalArgumentException if there is no such paper to hand out
    public CompletableFuture<PrintOutcome> handOut(OrderId id, int paper, String reason)
            throws IOException {
        Order order =
                ports.store()
                        .find(id)
                        .orElseThrow(() -> new IllegalArgumentException("no order " + id));
        Order.Slip slip = order.slips().get(paper);
        boolean waits = slip.state() == Paper.State.KEPT || slip.state() == Paper.State.UNKNOWN;
        if (!waits || slip.kind() == Paper.Kind.COPY) {
            throw new IllegalArgumentException("not a kept paper: " + slip.jobId());
        }
        PrintJob job = papers.job(order, paper, List.of(), content(order, paper));
        boolean sent =
                ports.prints()
                        .find(job.id())
                        .filter(entry -> entry != PrintJournal.Entry.NOT_PRINTED)
                        .isPresent();
        CompletableFuture<PrintOutcome> printing =
                sent ? ports.printer().reprint(job, reason) : ports.printer().print(job);
        return printing.thenApply(outcome -> {
            if (outcome instanceof PrintOutcome.Completed) {
                handedOut(order, paper);
            }
            return outcome;
        });
    }

    /// Staff have found that a paper came out after all.
    ///
    /// @param paper index in [OrderProgress#papers]
    /// @throws IOException if the store does not work
    public void found(OrderId id, int paper) throws IOException {
        ports.store().find(id).ifPresent(order -> handedOut(order, paper));
    }

    /// What a receipt says, which lies sealed.
    private ReceiptContent content(Order order, int slip) throws IOException {
        return order.slips().get(slip).kind() == Paper.Kind.RECEIPT
                ? ports.store().receipt(order.id(), clock.instant())
                : ReceiptContent.USUAL;
    }

    private void handedOut(Order order, int paper) {
        orders.computeIfAbsent(order.id(), _ -> new OrderRunner(runners, order))
                .post(new Outcome.HandedOut(paper));
    }

    /// Whether a paper that is kept sealed is going to be printed for its citizen all the same.
    boolean prints(String jobId) {
        return copies.underWay(jobId);
    }

    /// Papers of orders that wait for staff; one that the journal knows as printed waits no more.
    ///
    /// @throws IOException if the store does not work
    List<Waiting> waiting() throws IOException {
        return waiting(false);
    }

    /// Brings order into what is kept: erases what receipts have waited for too long, and notes papers that came out although
    /// nobody wrote that down, since a terminal may die between a paper and its note. After [#recover()].
    ///
    /// @throws IOException if the store does not work
    public void settle() throws IOException {
        ports.store().expire(clock.instant());
        for (Waiting out : waiting(true)) {
            found(out.order(), out.paper());
        }
    }

    /// @param printed whether the journal knows it as printed
    private List<Waiting> waiting(boolean printed) throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        for (Order order : ports.store().withKeptPaper()) {
            for (int paper = 0; paper < order.slips().size(); paper++) {
                Order.Slip slip = order.slips().get(paper);
                boolean waits =
                        slip.state() == Paper.State.KEPT || slip.state() == Paper.State.UNKNOWN;
                if (waits && slip.kind() != Paper.Kind.COPY && printed(slip) == printed) {
                    waiting.add(new Waiting(order.id(), paper, slip.jobId()));
                }
            }
        }
        return waiting;
    }

    private boolean printed(Order.Slip slip) {
        return ports.prints().find(slip.jobId()).equals(Optional.of(PrintJournal.Entry.COMPLETED));
    }

    /// A paper that waits for staff.
    ///
    /// @param paper index in [OrderProgress#papers]
    record Waiting(OrderId order, int paper, String jobId) {}

    /// What runners need, kept off the desk's own face.
    private final class Runners implements OrderRunner.Surroundings {
        private final OrderSaga saga;
        private final OrderEffects effects;
        private final OrderScheduler scheduler;

        Runners(OrderSaga saga, OrderEffects effects, OrderScheduler scheduler) {
            this.saga = saga;
            this.effects = effects;
            this.scheduler = scheduler;
        }

        @Override
        public OrderSaga saga() {
            return saga;
        }

        @Override
        public OrderEffects effects() {
            return effects;
        }

        @Override
        public OrderStore store() {
            return ports.store();
        }

        @Override
        public OrderScheduler scheduler() {
            return scheduler;
        }

        @Override
        public InstantSource clock() {
            return clock;
        }

        @Override
        public CrashPoint crash() {
            return crash;
        }

        @Override
        public void saving(Order before, Order next) {
            if (copies.follow(before, next, left.contains(next.id()))) {
                crash.reached("copy sealed");
            }
        }

        @Override
        public void progressed(Order order) {
            if (!order.present() && !order.resumable()) {
                copies.forget(order.id());
            }
            OrderProgress progress = order.progress();
            listeners.forEach(listener -> listener.accept(progress));
        }

        @Override
        public void print(OrderRunner runner, Order order, int slip) {
            List<CopyLine> copy = copies.of(order.id());
            ReceiptContent content;
            try {
                content = content(order, slip);
            } catch (IOException _) {
                // Staff print it whole as soon as the store works again.
                runner.post(new Outcome.Printed(slip, Paper.State.KEPT, OrderCodes.STORE));
                return;
            }
            if (!OrderPapers.printable(order.slips().get(slip), copy)) {
                ports.printer().forget(order.slips().get(slip).jobId());
                runner.post(new Outcome.Printed(slip, Paper.State.KEPT, ""));
                return;
            }
            var _ =
                    ports.printer()
                            .print(
                                    papers.job(order, slip, copy, content),
                                    () -> !left.contains(order.id()))
                            .thenAccept(outcome -> runner.post(OrderRunner.printed(slip, outcome)));
        }

        @Override
        public void forget(Order order) {
            orders.remove(order.id());
            left.remove(order.id());
        }
    }
}
