package de.koblenz.kiosk.device.scanner;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The body of one answer as it arrives: never more than a limit, and overwritten when nobody wants it any more. Buffers of
/// the network below it are not ours to overwrite.
///
/// Filled by the threads of the HTTP client, given up by the scanner's: thread-safe.
final class Arrival implements BodySubscriber<byte[]> {
    private static final int FIRST = 32 << 10;

    /// Of an answer that is not what was asked for.
    private static final int MOST_OTHER = 64 << 10;

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final int most;
    private final boolean none;
    private int limit;
    private byte[] bytes = new byte[0];
    private int length;
    private boolean over;
    private Flow.@Nullable Subscription subscription;

    /// @param most bytes; 0 refuses the answer as soon as it begins
    Arrival(int most) {
        this.most = most;
        this.none = most == 0;
        this.limit = most;
    }

    /// Looks at status and headers before the first byte.
    synchronized Arrival begin(ResponseInfo info) {
        if (info.statusCode() != 200) {
            limit = MOST_OTHER;
        } else if (none || info.headers().firstValueAsLong("Content-Length").orElse(0) > most) {
            fail(ScannerCode.TOO_LARGE);
        }
        return this;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (over) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (over) {
                return;
            }
            int more = part.remaining();
            if (more > limit - length) {
                fail(ScannerCode.TOO_LARGE);
                return;
            }
            room(length + more);
            part.get(bytes, length, more);
            length += more;
        }
    }

    private void room(int needed) {
        if (needed > bytes.length) {
            long twice = Math.max(FIRST, 2L * bytes.length);
            byte[] larger = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(twice, needed)));
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
    }

    @Override
    public synchronized void onError(Throwable fault) {
        end();
        whole.completeExceptionally(fault);
    }

    @Override
    public synchronized void onComplete() {
        if (!over) {
            byte[] exact = Arrays.copyOf(bytes, length);
            end();
            // Whoever gave up in between overwrites it as well.
            bytes = exact;
            whole.complete(exact);
        }
    }

    private void fail(ScannerCode code) {
        end();
        if (subscription != null) {
            subscription.cancel();
        }
        whole.completeExceptionally(new ScanFault(code));
    }

    private void end() {
        over = true;
        Arrays.fill(bytes, (byte) 0);
        bytes = new byte[0];
        length = 0;
    }

    /// Nobody wants it: overwrites what has come, and what comes.
    synchronized void forget() {
        end();
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
