package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.OnlyOne;
import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.device.sim.SimulatedCard;
import de.koblenz.kiosk.device.sim.VpcdPlug;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The real pcscd with vsmartcard's virtual reader. vpcd listens on all interfaces, so both run in a network namespace
/// of their own; a Unix domain socket leads cards into it, and PC/SC's own socket is one anyway.
public final class PcscDaemon {
    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

    /// What pcscd says when it listens.
    private static final String READY = "daemon ready";

    private final OnlyOne only = new OnlyOne("pcscd");
    private final Path door;
    private @Nullable Process process;

    /// @param folder for the socket that leads to the virtual reader
    public PcscDaemon(Path folder) {
        Peers.require("pcscd");
        Peers.require("socat");
        Peers.require("unshare");
        Peers.require("ip");
        if (!Files.exists(Path.of("/etc/reader.conf.d/vpcd"))) {
            Peers.missing("the virtual reader vpcd");
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            Peers.missing("the right to start pcscd");
        }
        only.take();
        if (answered()) {
            only.giveBack();
            Peers.missing("a machine whose own pcscd does not run");
        }
        door = folder.resolve("card");
    }

    private static boolean answered() {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(SOCKET))) {
            return channel.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /// Starts it and waits until it listens.
    public void start() throws Exception {
        only.take();
        Files.deleteIfExists(door);
        Files.deleteIfExists(SOCKET);
        String script =
                "ip link set lo up; socat UNIX-LISTEN:"
                        + door
                        + ",fork TCP:127.0.0.1:35963 & relay=$!;"
                        + " until [ -S "
                        + door
                        + " ]; do sleep 0.01; done;"
                        // Ends after pcscd has, so that nobody finds its socket still answering.
                        + " trap 'kill $relay $service; wait $service' TERM;"
                        + " pcscd --foreground --debug & service=$!; wait $service; kill $relay";
        Process started =
                new ProcessBuilder("unshare", "-n", "sh", "-c", script)
                        .redirectErrorStream(true)
                        .start();
        process = started;
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(started, ready));
        if (!ready.get(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("pcscd did not start");
        }
    }

    private static void read(Process started, CompletableFuture<Boolean> ready) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException _) {
            // Ended while it spoke.
        } finally {
            ready.complete(false);
        }
    }

    /// Lays a card on the virtual reader.
    public VpcdPlug lay(SimulatedCard card) throws IOException {
        return new VpcdPlug(card, UnixDomainSocketAddress.of(door));
    }

    public void stop() throws InterruptedException {
        pause();
        only.giveBack();
    }

    /// Ends it for a while, in which nobody else starts one.
    void pause() throws InterruptedException {
        Process running = process;
        if (running != null) {
            process = null;
            running.destroy();
            if (!running.waitFor(10, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        }
    }
}
