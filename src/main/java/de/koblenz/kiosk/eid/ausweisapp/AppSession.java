package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Enter;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Entry;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.ReaderState;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One workflow of the AusweisApp from its first to its last message. One thread, but for [#giveUp()].
final class AppSession implements AutoCloseable {
    private static final String CARD_REMOVED = "Card_Removed";

    private final AppConnection connection;
    private final AppTimings timings;
    private final LongSupplier nanos;
    private @Nullable ReaderState reader;
    private boolean cardGone;
    private boolean running;
    private boolean ending;
    private volatile boolean givenUp;

    private AppSession(AppConnection connection, AppTimings timings, LongSupplier nanos) {
        this.connection = connection;
        this.timings = timings;
        this.nanos = nanos;
    }

    /// Agrees on the level of the interface over a new connection, which is closed when that fails.
    static AppSession over(AppConnection connection, AppTimings timings, LongSupplier nanos)
            throws AppException {
        AppSession session = new AppSession(connection, timings, nanos);
        boolean agreed = false;
        try {
            connection.send(AppCommand.setApiLevel());
            AppMessage.ApiLevel level = session.await(AppMessage.ApiLevel.class, timings.answer());
            if (level.current() != AppCommand.LEVEL) {
                throw new AppException(EidFailure.APP_FAILED);
            }
            agreed = true;
            return session;
        } finally {
            if (!agreed) {
                connection.close();
            }
        }
    }

    void send(String command) throws AppException {
        connection.send(command);
    }

    /// Begins the workflow, which is ended before the connection is.
    void run(String command) throws AppException {
        running = true;
        connection.send(command);
    }

    private AppMessage receive(long end) throws AppException {
        AppMessage message =
                connection
                        .receive(Duration.ofNanos(end - nanos.getAsLong()))
                        .orElseThrow(() -> new AppException(EidFailure.APP_FAILED));
        note(message);
        return message;
    }

    private void note(AppMessage message) throws AppException {
        if (message instanceof AppMessage.AuthEnded
                || message instanceof AppMessage.PinChangeEnded) {
            running = false;
        }
        if (givenUp && !ending) {
            throw new AppException(EidFailure.CANCELLED);
        }
    }

    /// Nobody wants it any more: whatever is waited for now ends the workflow. Does not wait; any thread.
    void giveUp() {
        givenUp = true;
        connection.wake();
    }

    /// Waits for a message of that kind, whatever comes before.
    <T extends AppMessage> T await(Class<T> kind, Duration longest) throws AppException {
        long end = nanos.getAsLong() + longest.toNanos();
        while (true) {
            AppMessage message = receive(end);
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
            switch (message) {
                case AppMessage.Misunderstood _ -> throw new AppException(EidFailure.APP_FAILED);
                case AppMessage.AuthBegun(boolean refused) -> {
                    if (refused) {
                        throw new AppException(EidFailure.APP_FAILED);
                    }
                }
                case AppMessage.AuthEnded ended -> throw new AppException(failure(ended));
                case AppMessage.PinChangeEnded(_, String reason) ->
                        throw new AppException(failure(reason, EidFailure.APP_FAILED));
                case AppMessage.ReaderChanged(ReaderState state) -> note(state);
                case AppMessage.ApiLevel _,
                        AppMessage.AccessRights _,
                        AppMessage.Certificate _,
                        AppMessage.InsertCard _,
                        Enter _,
                        AppMessage.PinChangeBegun _,
                        AppMessage.Other _,
                        AppMessage.Gone _ -> {}
            }
        }
    }

    /// Waits until the app has recognised the card and asks for a secret.
    Enter awaitCard() throws AppException {
        long end = nanos.getAsLong() + timings.card().toNanos();
        while (true) {
            Optional<AppMessage> message =
                    connection.receive(Duration.ofNanos(end - nanos.getAsLong()));
            if (message.isEmpty()) {
                throw new AppException(EidFailure.CARD_WRONG);
            }
            note(message.get());
            switch (message.get()) {
                case Enter enter -> {
                    reader = enter.reader();
                    cardGone = false;
                    return enter;
                }
                case AppMessage.ReaderChanged(ReaderState state) -> {
                    // The app itself would wait for another card.
                    if (state.card().map(AppMessage.CardState::deactivated).orElse(false)) {
                        throw new AppException(EidFailure.CARD_DEACTIVATED);
                    }
                }
                case AppMessage.Misunderstood _ -> throw new AppException(EidFailure.APP_FAILED);
                case AppMessage.AuthEnded ended -> throw new AppException(failure(ended));
                case AppMessage.PinChangeEnded(_, String reason) ->
                        throw new AppException(failure(reason, EidFailure.APP_FAILED));
                case AppMessage.InsertCard _,
                        AppMessage.ApiLevel _,
                        AppMessage.AuthBegun _,
                        AppMessage.AccessRights _,
                        AppMessage.Certificate _,
                        AppMessage.PinChangeBegun _,
                        AppMessage.Other _,
                        AppMessage.Gone _ -> {}
            }
        }
    }

    /// Whether the secret asked for is typed at the reader.
    boolean keypad() {
        return reader != null && reader.keypad();
    }

    /// Gives the app a secret and waits for what it says to it: [Enter] or the end of the workflow.
    ///
    /// @throws AppException with `CARD_REMOVED` before anything is sent, when the card has gone meanwhile
    AppMessage enter(Entry entry, Secret secret) throws AppException {
        requireCard();
        connection.send(entry, secret);
        return decision(timings.work());
    }

    /// Lets the citizen type at the reader and waits for what the app says to it.
    AppMessage enterAtKeypad(Entry entry) throws AppException {
        requireCard();
        connection.send(AppCommand.entered(entry));
        return decision(timings.entry());
    }

    /// What came while the citizen was typing decides whether there is still a card to be asked.
    private void requireCard() throws AppException {
        for (Optional<AppMessage> message = connection.receive(Duration.ZERO);
                message.isPresent();
                message = connection.receive(Duration.ZERO)) {
            note(message.get());
            observe(message.get());
        }
        if (cardGone) {
            throw new AppException(EidFailure.CARD_REMOVED);
        }
    }

    private AppMessage decision(Duration longest) throws AppException {
        long end = nanos.getAsLong() + longest.toNanos();
        while (true) {
            AppMessage message = receive(end);
            if (message instanceof Enter enter) {
                if (enter.invalid()) {
                    throw new AppException(EidFailure.APP_FAILED);
                }
                reader = enter.reader();
                return enter;
            }
            if (message instanceof AppMessage.AuthEnded
                    || message instanceof AppMessage.PinChangeEnded) {
                return message;
            }
            observe(message);
            if (message instanceof AppMessage.InsertCard) {
                throw new AppException(EidFailure.CARD_REMOVED);
            }
        }
    }

    private void observe(AppMessage message) throws AppException {
        switch (message) {
            case AppMessage.ReaderChanged(ReaderState state) -> note(state);
            case AppMessage.InsertCard _ -> cardGone = true;
            case AppMessage.AuthEnded ended -> throw new AppException(failure(ended));
            case AppMessage.PinChangeEnded(_, String reason) ->
                    throw new AppException(failure(reason, EidFailure.APP_FAILED));
            case AppMessage.Misunderstood _ -> throw new AppException(EidFailure.APP_FAILED);
            case Enter _,
                    AppMessage.ApiLevel _,
                    AppMessage.AuthBegun _,
                    AppMessage.AccessRights _,
                    AppMessage.Certificate _,
                    AppMessage.PinChangeBegun _,
                    AppMessage.Other _,
                    AppMessage.Gone _ -> {}
        }
    }

    private void note(ReaderState state) throws AppException {
        if (reader != null && reader.name().equals(state.name())) {
            if (!state.attached()) {
                throw new AppException(EidFailure.READER_GONE);
            }
            cardGone = state.card().isEmpty();
        }
    }

    /// Why a reading has ended badly.
    EidFailure failure(AppMessage.AuthEnded ended) {
        return ended.minor().endsWith("/sal#cancellationByUser")
                ? EidFailure.CANCELLED
                : failure(ended.reason(), EidFailure.APP_FAILED);
    }

    /// Older apps give no reason; then what was last heard of the card is one.
    EidFailure failure(String reason, EidFailure otherwise) {
        return reason.startsWith(CARD_REMOVED) || cardGone ? EidFailure.CARD_REMOVED : otherwise;
    }

    /// Ends the workflow, if it has not ended, then the connection. Afterwards card and app are free for others.
    @Override
    public void close() {
        ending = true;
        try {
            long end = nanos.getAsLong() + timings.answer().toNanos();
            if (running) {
                connection.send(AppCommand.of("CANCEL"));
            }
            while (running) {
                receive(end);
            }
        } catch (AppException _) {
            // Gone already, or busy: the end of the connection ends the workflow, too.
        }
        connection.close();
    }
}
