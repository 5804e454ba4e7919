package dojo.lab.bill;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a request is done: found on the thread that makes it, by {@link Meter#asker()}, and known on whichever
 * thread does it. Immutable.
 */
public final class Asker {

    private static final ThreadLocal<String> HERE = new ThreadLocal<>();
    private static final Asker NOBODY = new Asker(null);

    private final @Nullable String name;

    private Asker(@Nullable String name) {
        this.name = name;
    }

    static Asker of(Optional<String> name) {
        return name.map(Asker::new).orElse(NOBODY);
    }

    /** Whoever the request that this thread is doing is for; empty if nobody said. */
    public static Optional<String> here() {
        return Optional.ofNullable(HERE.get());
    }

    /** Does the request on this thread, in the name of the asker. */
    public <T> T does(Supplier<T> request) {
        if (name == null) {
            return request.get();
        }
        HERE.set(name);
        try {
            return request.get();
        } finally {
            HERE.remove();
        }
    }
}
