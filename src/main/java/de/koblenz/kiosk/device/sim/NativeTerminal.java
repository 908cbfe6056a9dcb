package de.koblenz.kiosk.device.sim;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The few functions of the C library that make a pseudo-terminal (POSIX.1-2017; constants of Linux).
///
/// Stateless; thread-safe as far as the functions are.
final class NativeTerminal {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int F_SETFL = 4;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final int NAME_LENGTH = 128;

    /// Larger than any `struct termios` (60 bytes on Linux).
    private static final int TERMIOS_LENGTH = 256;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPENPT =
            handle("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle GRANTPT =
            handle("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle UNLOCKPT =
            handle("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle PTSNAME =
            handle("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle OPEN =
            handle(
                    "open",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FCNTL =
            handle(
                    "fcntl",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE =
            handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle READ =
            handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            handle("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle POLL =
            handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle TCGETATTR =
            handle("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle TCSETATTR =
            handle("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CFMAKERAW =
            handle("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));

    private NativeTerminal() {}

    private static MethodHandle handle(
            String name, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment address =
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(() -> new IllegalStateException("no function " + name));
        return LINKER.downcallHandle(address, descriptor, options);
    }

    /// A call whose failure is a negative result.
    @FunctionalInterface
    private interface Call {
        long run() throws Throwable;
    }

    private static long call(String name, Call call) throws IOException {
        long result;
        try {
            result = call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (result < 0) {
            throw new IOException(name + " failed");
        }
        return result;
    }

    /// Opens a new master end, ready for its slave to be opened.
    static int openMaster() throws IOException {
        int master = (int) call("posix_openpt", () -> (int) OPENPT.invokeExact(O_RDWR | O_NOCTTY));
        call("grantpt", () -> (int) GRANTPT.invokeExact(master));
        call("unlockpt", () -> (int) UNLOCKPT.invokeExact(master));
        call("fcntl", () -> (int) FCNTL.invokeExact(master, F_SETFL, O_RDWR | O_NONBLOCK));
        return master;
    }

    /// The path of the slave end, such as `/dev/pts/7`.
    static String slaveName(int master) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(NAME_LENGTH);
            long result =
                    call(
                            "ptsname_r",
                            () -> (int) PTSNAME.invokeExact(master, name, (long) NAME_LENGTH));
            if (result != 0) {
                throw new IOException("ptsname_r failed");
            }
            return name.getString(0);
        }
    }

    /// Opens the slave end and makes it pass every byte unchanged.
    static int openRawSlave(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            int slave =
                    (int) call("open", () -> (int) OPEN.invokeExact(name, O_RDWR | O_NOCTTY, 0));
            MemorySegment termios = arena.allocate(TERMIOS_LENGTH);
            call("tcgetattr", () -> (int) TCGETATTR.invokeExact(slave, termios));
            call(
                    "cfmakeraw",
                    () -> {
                        CFMAKERAW.invokeExact(termios);
                        return 0;
                    });
            call("tcsetattr", () -> (int) TCSETATTR.invokeExact(slave, 0, termios));
            return slave;
        }
    }

    /// Reads what is there, waiting at most `millis`; empty if nothing came.
    static byte[] read(int descriptor, int millis) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            if (!await(arena, descriptor, POLLIN, millis)) {
                return new byte[0];
            }
            MemorySegment buffer = arena.allocate(4096);
            long count = call("read", () -> (long) READ.invokeExact(descriptor, buffer, 4096L));
            return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /// Writes as much as the other side takes, waiting at most `millis`.
    ///
    /// @return how many bytes were taken, perhaps none
    static int write(int descriptor, byte[] bytes, int millis) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            if (!await(arena, descriptor, POLLOUT, millis)) {
                return 0;
            }
            MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            return (int)
                    call(
                            "write",
                            () ->
                                    (long)
                                            WRITE.invokeExact(
                                                    descriptor, buffer, (long) bytes.length));
        }
    }

    private static boolean await(Arena arena, int descriptor, short events, int millis)
            throws IOException {
        // struct pollfd { int fd; short events; short revents; }
        MemorySegment pollfd = arena.allocate(8, 4);
        pollfd.set(JAVA_INT, 0, descriptor);
        pollfd.set(JAVA_SHORT, 4, events);
        return call("poll", () -> (int) POLL.invokeExact(pollfd, 1L, millis)) > 0;
    }

    static void close(int descriptor) {
        try {
            call("close", () -> (int) CLOSE.invokeExact(descriptor));
        } catch (IOException _) {
            // Linux releases the descriptor whatever close returns.
        }
    }
}
