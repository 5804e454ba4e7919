package dojo.session.chaos;

import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * A process that may die before or after any of its requests: the request is not sent, or its answer is never looked at.
 *
 * <p>Used by one writer.
 */
final class Mortal implements Layer {

    /** The end of a process; an Error, so that no code of its own can survive it. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1;

        Died() {
            super("the process died", null, false, false);
        }
    }

    private static final int IMMORTAL = -1;
    private int requestsLeft = IMMORTAL;
    private boolean afterwards;
    private boolean dead;

    /** Dies at the request after so many others. */
    void dieAfter(int requests, boolean onceItIsDone) {
        requestsLeft = requests;
        afterwards = onceItIsDone;
    }

    /** Another process takes the place of this one, or this one lives on. */
    void live() {
        requestsLeft = IMMORTAL;
        dead = false;
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        boolean last = requestsLeft != IMMORTAL && requestsLeft-- == 0;
        if (dead || (last && !afterwards)) {
            return die();
        }
        return last ? next.ask(ask).handle((answer, failure) -> answer).thenCompose(ignored -> die()) : next.ask(ask);
    }

    private <R> CompletableFuture<R> die() {
        dead = true;
        return CompletableFuture.failedFuture(new Died());
    }
}
