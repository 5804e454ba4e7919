package dojo.workbench.worker;

import java.time.Duration;
import java.util.List;

/** What a child process is tuned for. */
public enum JvmLife {
    /** Quick to start, small, and killed without ceremony: what it runs may be anybody's code. */
    SHORT(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx" + Memory.MEGABYTES + "m"), Duration.ZERO),

    /** As fast as it gets once it is warm, and given time to end what it is at. */
    LONG(List.of("-Xmx1g"), Duration.ofSeconds(35));

    private final List<String> flags;
    private final Duration grace;

    JvmLife(List<String> flags, Duration grace) {
        this.flags = flags;
        this.grace = grace;
    }

    List<String> flags() {
        return flags;
    }

    /** How long the process may take to end by itself, once its parent has hung up. */
    Duration grace() {
        return grace;
    }
}
