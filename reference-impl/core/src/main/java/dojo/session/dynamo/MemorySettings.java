package dojo.session.dynamo;

import dojo.session.Pause;
import dojo.session.content.ContentPolicy;
import dojo.session.work.Layer;
import dojo.session.work.Patience;
import dojo.session.work.Runner;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What an application may choose about a memory; the usual values need no choice. Immutable.
 *
 * @param clock what time it is; all writers of a table should agree to within a few seconds
 * @param pause how to step back between attempts that met somebody else's write
 * @param layers done around each request, the outermost first
 * @param listeners told how each operation ended
 * @param parallel where a blocking memory may wait for some of the requests of a load; without it they follow each
 *     other on the caller's thread
 * @param upkeep how exactly activity is noted, and how long data are kept
 * @param content how the content of turns is stored: packed or not, and from which size on outside their items
 * @param region where this memory runs, if the table is a global one: sessions are then written in their home Region
 *     only; empty otherwise
 */
public record MemorySettings(
        InstantSource clock,
        Pause pause,
        List<Layer> layers,
        List<Runner.Listener> listeners,
        Optional<Executor> parallel,
        Upkeep upkeep,
        ContentPolicy content,
        String region) {
    private static final int ATTEMPTS_AGAINST_TRANSACTIONS = 6;

    public MemorySettings {
        layers = List.copyOf(layers);
        listeners = List.copyOf(listeners);
    }

    public static MemorySettings usual() {
        Pause pause = Pause.jittered(Duration.ofMillis(20), ThreadLocalRandom::current);
        return new MemorySettings(
                Clock.systemUTC(),
                pause,
                List.of(),
                List.of(),
                Optional.empty(),
                Upkeep.usual(),
                ContentPolicy.usual(),
                "");
    }

    public MemorySettings clock(InstantSource own) {
        return new MemorySettings(own, pause, layers, listeners, parallel, upkeep, content, region);
    }

    public MemorySettings pause(Pause own) {
        return new MemorySettings(clock, own, layers, listeners, parallel, upkeep, content, region);
    }

    /** Adds a layer inside those there are. */
    public MemorySettings layer(Layer more) {
        List<Layer> all = new ArrayList<>(layers);
        all.add(more);
        return new MemorySettings(clock, pause, all, listeners, parallel, upkeep, content, region);
    }

    public MemorySettings listener(Runner.Listener more) {
        List<Runner.Listener> all = new ArrayList<>(listeners);
        all.add(more);
        return new MemorySettings(clock, pause, layers, all, parallel, upkeep, content, region);
    }

    public MemorySettings parallelOn(Executor threads) {
        return new MemorySettings(clock, pause, layers, listeners, Optional.of(threads), upkeep, content, region);
    }

    public MemorySettings upkeep(Upkeep own) {
        return new MemorySettings(clock, pause, layers, listeners, parallel, own, content, region);
    }

    public MemorySettings content(ContentPolicy own) {
        return new MemorySettings(clock, pause, layers, listeners, parallel, upkeep, own, region);
    }

    /**
     * Says in which Region of a global table this memory runs.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">AWS:
     *     how global tables work</a>
     */
    public MemorySettings region(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("A Region has a name like eu-west-1, got \"" + name
                    + "\": pass the name of the Region whose endpoint the client uses.");
        }
        return new MemorySettings(clock, pause, layers, listeners, parallel, upkeep, content, name);
    }

    /** Attempts against a rival transaction are made outside the layers, so that each passes them. */
    Runner.Settings forRunner() {
        List<Layer> all = new ArrayList<>();
        all.add(new Patience(ATTEMPTS_AGAINST_TRANSACTIONS));
        all.addAll(layers);
        return new Runner.Settings(clock, pause, all, listeners, parallel);
    }
}
