package dojo.session.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where content is kept that is too large, or too dear, for the table.
 *
 * <p>One name stands for one content for ever: the session memory never changes what a name means, so every call may be
 * repeated, and the last of two equal puts may win. What was put must be seen by the next get and the next list. Names
 * are at most 900 characters of {@code A-Z a-z 0-9 - _ . /}; no part between slashes is empty, longer than 120, or
 * begins with a dot. Failures come as failed futures, never as an empty answer. Implementations are thread-safe.
 *
 * @see FileContentStore
 */
public interface ContentStore {
    /** Keeps it; complete once it survives a crash. Costs one request. */
    CompletableFuture<Void> put(String name, byte[] content);

    /** Empty if there is nothing of this name. Costs one request. */
    CompletableFuture<Optional<byte[]>> get(String name);

    /** Removes it for good; removing what is not there is no failure. Costs one request. */
    CompletableFuture<Void> delete(String name);

    /**
     * What there is under names that begin with {@code prefix}, in their order, page by page.
     *
     * @param after the last name of the page before, {@code ""} for the first
     */
    CompletableFuture<Listed> list(String prefix, String after);

    /** One page of a list; empty only at the end. */
    record Listed(List<Kept> kept, boolean last) {
        public Listed {
            kept = List.copyOf(kept);
        }
    }

    /**
     * A content without its bytes.
     *
     * @param since when it was last put
     */
    record Kept(String name, long bytes, Instant since) {}

    /** Refuses what is no name by the rules above; for implementations. */
    static String name(String name) {
        return Names.checked(name);
    }

    /** Refuses what begins no name; for implementations. */
    static String prefix(String prefix) {
        return Names.checkedPrefix(prefix);
    }
}
