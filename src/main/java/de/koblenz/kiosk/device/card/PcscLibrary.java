package de.koblenz.kiosk.device.card;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The functions of `libpcsclite.so.1` (PC/SC part 5; types of pcsc-lite on 64-bit Linux, where `LONG` and `DWORD`
/// have 64 bits).
///
/// The JDK's own binding keeps one context for the life of the process: after a restart of the service nothing works
/// any more (docs/adr). Thread-safe as far as the library is: not two calls with the same context at a time.
final class PcscLibrary {
    private static final String NAME = "libpcsclite.so.1";
    private static final long SCOPE_SYSTEM = 2;
    private static final long SHARE_SHARED = 2;
    private static final long PROTOCOLS = 3;

    /// `struct SCARD_READERSTATE`: two pointers, three DWORDs, 33 bytes of ATR, padding.
    private static final long STATE_LENGTH = 80;

    private static final long EVENT_STATE = 24;

    /// `SCARD_STATE_UNKNOWN`, `SCARD_STATE_UNAVAILABLE`.
    private static final long NO_READER = 0x04 | 0x08;

    /// `SCARD_STATE_PRESENT`.
    private static final long PRESENT = 0x20;

    private static final int LONGEST_ATR = 33;

    /// Longest response APDU with its status bytes (ISO 7816-4 §5.1).
    static final int LONGEST_RESPONSE = 65_538;

    private static volatile @Nullable PcscLibrary loaded;

    private final MethodHandle establish;
    private final MethodHandle release;
    private final MethodHandle list;
    private final MethodHandle change;
    private final MethodHandle connect;
    private final MethodHandle disconnect;
    private final MethodHandle begin;
    private final MethodHandle end;
    private final MethodHandle transmit;
    private final MethodHandle status;
    private final MethodHandle control;

    private PcscLibrary(SymbolLookup symbols) {
        establish = handle(symbols, "SCardEstablishContext", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
        release = handle(symbols, "SCardReleaseContext", JAVA_LONG);
        list = handle(symbols, "SCardListReaders", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
        change = handle(symbols, "SCardGetStatusChange", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
        connect =
                handle(
                        symbols,
                        "SCardConnect",
                        JAVA_LONG,
                        ADDRESS,
                        JAVA_LONG,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS);
        disconnect = handle(symbols, "SCardDisconnect", JAVA_LONG, JAVA_LONG);
        begin = handle(symbols, "SCardBeginTransaction", JAVA_LONG);
        end = handle(symbols, "SCardEndTransaction", JAVA_LONG, JAVA_LONG);
        transmit =
                handle(
                        symbols,
                        "SCardTransmit",
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
        AddressLayout address = ADDRESS;
        status =
                handle(
                        symbols,
                        "SCardStatus",
                        JAVA_LONG,
                        address,
                        address,
                        address,
                        address,
                        address,
                        address);
        control =
                handle(
                        symbols,
                        "SCardControl",
                        JAVA_LONG,
                        JAVA_LONG,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS);
    }

    private static MethodHandle handle(
            SymbolLookup symbols, String name, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.findOrThrow(name), FunctionDescriptor.of(JAVA_LONG, parameters));
    }

    /// The library, once it is installed.
    ///
    /// @throws PcscException with `NO_SERVICE` where it is not
    static PcscLibrary load() throws PcscException {
        PcscLibrary known = loaded;
        if (known != null) {
            return known;
        }
        try {
            PcscLibrary library = new PcscLibrary(SymbolLookup.libraryLookup(NAME, Arena.global()));
            loaded = library;
            return library;
        } catch (IllegalArgumentException _) {
            throw new PcscException(PcscFault.NO_SERVICE);
        }
    }

    @FunctionalInterface
    private interface Call {
        long run() throws Throwable;
    }

    private static void call(Call call) throws PcscException {
        long code;
        try {
            // LONG is signed, its upper half may be filled with the sign.
            code = call.run() & 0xFFFFFFFFL;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (code != 0) {
            throw new PcscException(code);
        }
    }

    long establishContext() throws PcscException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment context = arena.allocate(JAVA_LONG);
            MemorySegment none = MemorySegment.NULL;
            call(() -> (long) establish.invokeExact(SCOPE_SYSTEM, none, none, context));
            return context.get(JAVA_LONG, 0);
        }
    }

    void releaseContext(long context) throws PcscException {
        call(() -> (long) release.invokeExact(context));
    }

    /// Names of all readers, perhaps none.
    List<String> readers(long context) throws PcscException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_LONG);
            MemorySegment none = MemorySegment.NULL;
            call(() -> (long) list.invokeExact(context, none, none, length));
            MemorySegment names = arena.allocate(Math.max(1, length.get(JAVA_LONG, 0)));
            call(() -> (long) list.invokeExact(context, none, names, length));
            String all =
                    new String(
                            names.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE),
                            StandardCharsets.UTF_8);
            List<String> readers = new ArrayList<>();
            for (String name : all.split("\0", -1)) {
                if (!name.isEmpty()) {
                    readers.add(name);
                }
            }
            return readers;
        } catch (PcscException e) {
            if (e.fault() == PcscFault.NO_READERS) {
                return List.of();
            }
            throw e;
        }
    }

    /// Whether a card lies on the reader now; waits until that is no longer `known`, at most `millis`.
    boolean cardPresent(long context, String reader, boolean known, long millis)
            throws PcscException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE_LENGTH, 8);
            state.set(ADDRESS, 0, arena.allocateFrom(reader));
            if (millis > 0) {
                // SCARD_STATE_PRESENT or SCARD_STATE_EMPTY: return once it differs.
                state.set(JAVA_LONG, 16, known ? PRESENT : 0x10L);
            }
            try {
                call(() -> (long) change.invokeExact(context, millis, state, 1L));
            } catch (PcscException e) {
                if (e.fault() != PcscFault.TIMEOUT) {
                    throw e;
                }
            }
            long event = state.get(JAVA_LONG, EVENT_STATE);
            if ((event & NO_READER) != 0) {
                throw new PcscException(PcscFault.READER_UNAVAILABLE);
            }
            return (event & PRESENT) != 0;
        }
    }

    /// A connection to a card.
    ///
    /// @param protocol 1 for T=0, 2 for T=1
    record Connection(long handle, long protocol) {}

    Connection connect(long context, String reader) throws PcscException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(reader);
            MemorySegment handle = arena.allocate(JAVA_LONG);
            MemorySegment protocol = arena.allocate(JAVA_LONG);
            call(() ->
                    (long)
                            connect.invokeExact(
                                    context, name, SHARE_SHARED, PROTOCOLS, handle, protocol));
            return new Connection(handle.get(JAVA_LONG, 0), protocol.get(JAVA_LONG, 0));
        }
    }

    /// @param disposition 0 leaves the card as it is, 1 resets it, 2 powers it off
    void disconnect(long handle, long disposition) throws PcscException {
        call(() -> (long) disconnect.invokeExact(handle, disposition));
    }

    void beginTransaction(long handle) throws PcscException {
        call(() -> (long) begin.invokeExact(handle));
    }

    void endTransaction(long handle) throws PcscException {
        call(() -> (long) end.invokeExact(handle, 0L));
    }

    /// Sends a command APDU. What it and its answer held is overwritten in native memory.
    byte[] transmit(Connection connection, byte[] command) throws PcscException {
        try (Arena arena = Arena.ofConfined()) {
            // struct SCARD_IO_REQUEST { unsigned long protocol; unsigned long length; }
            MemorySegment header = arena.allocate(JAVA_LONG, 2);
            header.set(JAVA_LONG, 0, connection.protocol());
            header.set(JAVA_LONG, 8, header.byteSize());
            MemorySegment sent = arena.allocateFrom(JAVA_BYTE, command);
            MemorySegment received = arena.allocate(LONGEST_RESPONSE);
            MemorySegment length = arena.allocateFrom(JAVA_LONG, LONGEST_RESPONSE);
            long handle = connection.handle();
            long count = command.length;
            try {
                call(() ->
                        (long)
                                transmit.invokeExact(
                                        handle,
                                        header,
                                        sent,
                                        count,
                                        MemorySegment.NULL,
                                        received,
                                        length));
                return received.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
            } finally {
                sent.fill((byte) 0);
                received.asSlice(0, Math.min(length.get(JAVA_LONG, 0), LONGEST_RESPONSE))
                        .fill((byte) 0);
            }
        }
    }

    byte[] atr(long handle) throws PcscException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment atr = arena.allocate(LONGEST_ATR);
            MemorySegment length = arena.allocateFrom(JAVA_LONG, LONGEST_ATR);
            MemorySegment none = MemorySegment.NULL;
            MemorySegment nameLength = arena.allocate(JAVA_LONG);
            MemorySegment state = arena.allocate(JAVA_LONG);
            MemorySegment protocol = arena.allocate(JAVA_LONG);
            call(() ->
                    (long)
                            status.invokeExact(
                                    handle, none, nameLength, state, protocol, atr, length));
            return atr.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        }
    }

    /// A command to the reader itself (PC/SC part 10).
    byte[] control(long handle, long code, byte[] command) throws PcscException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sent = arena.allocateFrom(JAVA_BYTE, command);
            MemorySegment received = arena.allocate(LONGEST_RESPONSE);
            MemorySegment length = arena.allocate(JAVA_LONG);
            long count = command.length;
            long room = LONGEST_RESPONSE;
            try {
                call(() ->
                        (long)
                                control.invokeExact(
                                        handle, code, sent, count, received, room, length));
                return received.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
            } finally {
                sent.fill((byte) 0);
                received.fill((byte) 0);
            }
        }
    }
}
