package org.tongwen.routes.deliver;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Lets the body of an answer go by, and hangs up when it is long: only the status counts, but an answer that breaks off is none. */
final class Unread implements BodySubscriber<Boolean> {

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final long most;
    private long seen;
    private Flow.@Nullable Subscription source;

    private Unread(long most) {
        this.most = most;
    }

    /** Reads up to that many bytes. */
    static BodyHandler<Boolean> upTo(long bytes) {
        return head -> new Unread(bytes);
    }

    /** Whether it came to its end. */
    @Override
    public CompletionStage<Boolean> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen > most && source != null) {
            source.cancel();
            end.complete(false);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(true);
    }
}
