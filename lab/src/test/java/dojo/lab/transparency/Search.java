package dojo.lab.transparency;

import dojo.lab.Lab;
import dojo.lab.door.HttpDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Runs script after script, by turns through one door and the other, until one differs. Shared by several threads. */
final class Search {

    private static final int SCRIPTS_TOGETHER = 4;

    private final int port;
    private final long seed;
    private final int scripts;
    private final int length;
    private final Tally tally;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<String> failure = new AtomicReference<>("");

    Search(int port, long seed, int scripts, int length, Tally tally) {
        this.port = port;
        this.seed = seed;
        this.scripts = scripts;
        this.length = length;
        this.tally = tally;
    }

    /** The sequence that differs, as short as it was found, with its seed; empty if none does. */
    String failure() {
        return failure.get();
    }

    /**
     * Takes scripts until none is left, a few on each lab and beside each database: DynamoDB Local never forgets a stream,
     * and gets slower with every one.
     */
    void work(String worker) {
        try {
            for (int database = 0; next.get() < scripts && failure().isEmpty(); database++) {
                some(worker + "x" + database);
            }
        } catch (IOException e) {
            failure.compareAndSet("", "A door failed: " + e);
        }
    }

    private void some(String accessKey) throws IOException {
        try (Lab lab = Lab.open();
                HttpDoor http = lab.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketDoor oracle = new SocketDoor(port, accessKey);
                SocketDoor wire = new SocketDoor(http.port(), accessKey)) {
            Duel inside = new Duel("in-process", new InProcessWire(lab.httpClient()), oracle, tally);
            Duel outside = new Duel("HTTP", wire, oracle, tally);
            for (int i = 0; i < SCRIPTS_TOGETHER; i++) {
                int taken = next.getAndIncrement();
                if (taken >= scripts || !failure().isEmpty()) {
                    return;
                }
                long chosen = seed + taken;
                // By the seed, so that the seed alone repeats a failure.
                search(chosen % 2 == 0 ? outside : inside, Script.of(chosen, length));
            }
        }
    }

    private void search(Duel duel, Script script) throws IOException {
        Optional<Duel.Failure> found = duel.run(script.steps());
        if (found.isPresent() && failure.compareAndSet("", "shrinking")) {
            List<Step> few = duel.shrink(script.steps(), found.get());
            Memory nothing = new Memory("run");
            failure.set("seed " + script.seed() + " through the " + duel.name() + " door\n"
                    + few.stream().map(step -> "  " + step.on(nothing)).collect(Collectors.joining("\n")) + "\n"
                    + duel.run(few).or(() -> found).map(Object::toString).orElse(""));
        }
    }
}
