package dojo.workbench.worker;

import java.time.Duration;
import java.util.List;

/** What a child process is tuned for. */
public enum JvmLife {
    /** Quick to start, small, and killed without ceremony: what it runs may be anybody's code. */
    SHORT("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx" + Memory.MEGABYTES + "m", Duration.ZERO),

    /** As fast as it gets once it is warm, and given time to end what it is at. */
    LONG("-Xmx1g", Duration.ofSeconds(35));

    private final String flags;
    private final Duration grace;

    JvmLife(String flags, Duration grace) {
        this.flags = flags;
        this.grace = grace;
    }

    List<String> flags() {
        return List.of(flags.split(" ", -1));
    }

    /** How long the process may take to end by itself, once its parent has hung up. */
    Duration grace() {
        return grace;
    }
}
