package dojo.session.langchain4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Between callers who wait and those who do not. */
final class Futures {
    private Futures() {}

    /** The answer, or what a step threw, as it threw it. */
    static <T> T answer(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            Throwable reason = failure.getCause();
            if (reason instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (reason instanceof Error thrown) {
                throw thrown;
            }
            throw failure;
        }
    }
}
