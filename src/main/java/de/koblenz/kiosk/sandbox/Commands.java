package de.koblenz.kiosk.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The lines that a sandbox in a process of its own understands, each answered by one line of JSON.
final class Commands {
    private Commands() {}

    /// Carries out one line such as `pay last`, `offline booking on` or `drop payment POST /paymenttransaction`.
    static ObjectNode run(Switchboard board, String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        try {
            return Fields.object().put("ok", true).put("done", run(board, words));
        } catch (IllegalArgumentException e) {
            return Fields.object().put("ok", false).put("message", String.valueOf(e.getMessage()));
        }
    }

    /// All transactions, for tests that watch from another process.
    static ObjectNode list(Switchboard board) {
        ObjectNode body =
                Fields.object()
                        .put("ok", true)
                        .put("chargedCents", board.payments().chargedCents());
        ArrayNode transactions = body.putArray("transactions");
        for (PaymentTransaction transaction : board.payments().transactions()) {
            transactions
                    .addObject()
                    .put("transactionId", transaction.id())
                    .put("requestId", transaction.requestId())
                    .put("reference", transaction.reference())
                    .put("cents", transaction.amountCents())
                    .put("status", transaction.status().name());
        }
        ArrayNode holds = body.putArray("holds");
        board.booking()
                .holds()
                .forEach(hold ->
                        holds.addObject()
                                .put("holdId", hold.id())
                                .put("slot", hold.slot())
                                .put("places", hold.places())
                                .put("state", hold.state().name())
                                .put("orderReference", hold.orderReference()));
        ArrayNode submissions = body.putArray("submissions");
        board.authority()
                .states()
                .forEach((id, state) ->
                        submissions.addObject().put("submissionId", id).put("state", state.name()));
        return body;
    }

    private static int run(Switchboard board, List<String> words) {
        String object = word(words, 1);
        return switch (words.getFirst()) {
            case "pay" ->
                    switch (object) {
                        case "all" -> board.payAll();
                        case "last" -> count(board.payLast(method(words)));
                        default -> count(Optional.of(board.payments().pay(object, method(words))));
                    };
            case "decline" ->
                    object.equals("last")
                            ? count(board.declineLast())
                            : count(Optional.of(board.payments().decline(object)));
            case "cancel" ->
                    object.equals("last")
                            ? count(board.cancelLast())
                            : count(Optional.of(board.payments().cancel(object)));
            case "offline" -> offline(board, words);
            case "drop" -> {
                faults(board, words).dropNextReply(word(words, 2), word(words, 3));
                yield 1;
            }
            case "refuse" -> {
                faults(board, words).refuseNext(word(words, 2), word(words, 3));
                yield 1;
            }
            case "examine" -> {
                List<String> undecided = board.authority().undecided();
                undecided.forEach(board.authority()::examine);
                yield undecided.size();
            }
            case "autoaccept" -> {
                board.authority().autoAccept(isOn(object));
                yield 1;
            }
            default -> throw new IllegalArgumentException("unknown command");
        };
    }

    private static int offline(Switchboard board, List<String> words) {
        boolean on = isOn(word(words, 2));
        if (word(words, 1).equals("all")) {
            board.offline(on);
        } else {
            board.offline(service(words), on);
        }
        return 1;
    }

    private static Faults faults(Switchboard board, List<String> words) {
        return board.faults(service(words));
    }

    private static Switchboard.Service service(List<String> words) {
        return Switchboard.Service.valueOf(word(words, 1).toUpperCase(Locale.ROOT));
    }

    private static PaymentMethod method(List<String> words) {
        String name = word(words, 2);
        return name.isEmpty() ? PaymentMethod.CREDITCARD : PaymentMethod.valueOf(name);
    }

    private static boolean isOn(String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("say on or off");
        };
    }

    private static int count(Optional<?> outcome) {
        return outcome.isPresent() ? 1 : 0;
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
