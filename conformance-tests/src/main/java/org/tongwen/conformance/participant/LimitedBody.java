package org.tongwen.conformance.participant;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.Digest;

/** Takes the body of an answer up to a limit, and hangs up behind it. */
final class LimitedBody implements HttpResponse.BodySubscriber<LimitedBody.Taken> {

    /**
     * What was taken.
     *
     * @param bytes up to the limit
     * @param isCut whether there was more
     */
    record Taken(byte[] bytes, boolean isCut, Body evidence) {}

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final MessageDigest digest = Digest.fresh();
    private final CompletableFuture<Taken> taken = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long length;

    LimitedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Taken> getBody() {
        return taken;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        for (ByteBuffer item : items) {
            byte[] piece = new byte[item.remaining()];
            item.get(piece);
            length += piece.length;
            digest.update(piece);
            bytes.write(piece, 0, Math.min(piece.length, limit - bytes.size()));
        }
        if (length > limit && subscription != null) {
            subscription.cancel();
            complete();
        }
    }

    @Override
    public void onError(Throwable throwable) {
        taken.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        complete();
    }

    private synchronized void complete() {
        if (taken.isDone()) {
            return;
        }
        byte[] all = bytes.toByteArray();
        byte[] kept = all.length > Body.MOST_KEPT ? Arrays.copyOf(all, Body.KEPT_OF_LONG) : all;
        taken.complete(new Taken(all, length > limit, new Body(kept, length, Digest.hex(digest.digest()))));
    }
}
