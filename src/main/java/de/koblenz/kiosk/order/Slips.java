package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.order.Order.Slip;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The papers of an order, as pure functions on its list of slips.
final class Slips {
    /// Name of the copy in the id of its job.
    static final String COPY = "copy";

    private Slips() {}

    /// One ticket per code, the receipt, and the copy where it is wanted and the citizen is there to take it.
    static List<Slip> of(Order order) {
        List<Slip> slips = new ArrayList<>();
        for (int i = 1; i <= order.ticketCodes().size(); i++) {
            slips.add(slip(order, "ticket-" + i, Paper.Kind.TICKET));
        }
        slips.add(slip(order, "receipt", Paper.Kind.RECEIPT));
        if (order.copyWanted() && order.present()) {
            slips.add(slip(order, COPY, Paper.Kind.COPY));
        }
        return slips;
    }

    private static Slip slip(Order order, String name, Paper.Kind kind) {
        return new Slip(jobId(order.id(), name), kind, Paper.State.WAITING);
    }

    /// Id of a paper's print job, unique for ever.
    static String jobId(OrderId order, String name) {
        return order + "/" + name;
    }

    /// Whether a receipt is to be printed yet.
    ///
    /// @param ended whether no more slips will be made
    static boolean oweReceipt(List<Slip> slips, boolean ended) {
        return slips.stream()
                .filter(slip -> slip.kind() == Paper.Kind.RECEIPT)
                .findFirst()
                .map(slip -> slip.state() != Paper.State.PRINTED)
                .orElse(!ended);
    }

    /// Index of the first slip in a state, or -1.
    static int first(List<Slip> slips, Paper.State state) {
        for (int i = 0; i < slips.size(); i++) {
            if (slips.get(i).state() == state) {
                return i;
            }
        }
        return -1;
    }

    static List<Slip> set(List<Slip> slips, int index, Paper.State state) {
        List<Slip> changed = new ArrayList<>(slips);
        changed.set(index, changed.get(index).as(state));
        return changed;
    }

    /// Everything that still waits is kept for staff.
    static List<Slip> keepWaiting(List<Slip> slips) {
        return slips.stream()
                .map(slip -> slip.state() == Paper.State.WAITING ? slip.as(Paper.State.KEPT) : slip)
                .toList();
    }

    /// Without a copy that lies on no paper: its words are forgotten, so nobody can print it.
    static List<Slip> withoutUnprintedCopy(List<Slip> slips) {
        return slips.stream()
                .filter(slip ->
                        slip.kind() != Paper.Kind.COPY
                                || (slip.state() != Paper.State.WAITING
                                        && slip.state() != Paper.State.KEPT))
                .toList();
    }

    /// What became of slips that were being printed when the terminal died: the journal alone is believed.
    static List<Slip> after(List<Slip> slips, Map<String, PrintJournal.Entry> entries) {
        return slips.stream()
                .map(slip ->
                        slip.state() == Paper.State.PRINTING
                                ? slip.as(state(Optional.ofNullable(entries.get(slip.jobId()))))
                                : slip)
                .toList();
    }

    private static Paper.State state(Optional<PrintJournal.Entry> entry) {
        return entry.map(known ->
                        switch (known) {
                            case COMPLETED -> Paper.State.PRINTED;
                            case NOT_PRINTED -> Paper.State.KEPT;
                            case SENDING, UNKNOWN -> Paper.State.UNKNOWN;
                        })
                .orElse(Paper.State.KEPT);
    }
}
