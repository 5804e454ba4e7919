package dojo.session.evolve;

import dojo.session.Pause;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Moves a table that is in use into another one, with other keys if need be: dual writes, copy, compare, cut over.
 *
 * <p>In this order: give every writer the layer of {@link #dualWrites}; {@link #begin}; {@link #copy}; {@link #compare}
 * until it finds nothing; {@link #cutOver}; give everybody a memory on the new table. At each time one table decides:
 * the old one until the cut, the new one after it, and none in between. Every step may be repeated after a crash.
 * Immutable; run one step at a time.
 */
public final class Rekeying {
    private static final int MOST_DIFFERENCES = 100;

    private final DynamoDbClient client;
    private final String from;
    private final String to;
    private final String name;
    private final Layout layout;
    private final JobSettings settings;
    private final PhaseItem phase;
    private final Copy copy;
    private final Runner runner;

    private Rekeying(DynamoDbClient client, String from, String to, String name, Layout layout, JobSettings settings) {
        this.client = client;
        this.from = from;
        this.to = to;
        this.name = name;
        this.layout = layout;
        this.settings = settings;
        this.phase = new PhaseItem(from, name);
        this.copy = new Copy(from, to, layout, settings.attempts());
        this.runner = Runner.over(client, Runner.Settings.of(settings.clock(), Pause.NONE));
    }

    /**
     * No request yet.
     *
     * @param name under which phase and places are kept in the old table
     * @throws IllegalArgumentException if the tables are one, or the name is blank
     */
    public static Rekeying of(
            DynamoDbClient client, String from, String to, String name, Layout layout, JobSettings settings) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("A table is moved into another one, got " + from
                    + " twice: make a new table, or items of both layouts would be taken for each other.");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "A move has a name, got \"" + name + "\": it is what writers and later steps find it by.");
        }
        return new Rekeying(client, from, to, name, layout, settings);
    }

    /**
     * The layer for every memory on the old table; the innermost, so that others see what the old table says.
     *
     * @param lease how old a writer's knowledge of the phase may be; the same for all writers
     * @throws IllegalArgumentException if it is not positive
     */
    public DualWrite dualWrites(Duration lease) {
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException(
                    "A lease is a positive time, got " + lease + ": ten seconds cost next to nothing.");
        }
        return new DualWrite(from, to, layout, phase, lease);
    }

    /** In which phase the move is; costs one read unit. */
    public Phase phase() {
        return runner.run(name, Work.ask(phase.get()).map(PhaseItem::read));
    }

    /**
     * From now on, writers copy. Costs a write unit; repeating it is harmless.
     *
     * <p>Wait a lease before {@link #copy}, so that every writer knows.
     *
     * @throws IllegalStateException if the move is over
     */
    public void begin() {
        if (phase() == Phase.NONE) {
            step(Phase.NONE, Phase.DUAL);
        }
        demand("A move begins once", Phase.DUAL);
    }

    /**
     * Copies what is in the old table, to the end or until then; a later run goes on.
     *
     * <p>Costs half a read unit for each 4 KB, two or four more for each item, and the write units of what is copied.
     */
    public Rekeyed copy(Instant until) {
        demand("Only a move that has begun copies", Phase.DUAL);
        return Rekeyed.of(Phase.DUAL, walk(from, "copy").walk((item, by) -> bring(Key.of(item), by), until));
    }

    /** The whole of both tables, and every difference is put right. Costs as much as {@link #copy}, for both tables. */
    public Rekeyed reconcile() {
        Phase now = phase();
        if (now != Phase.DUAL && now != Phase.FROZEN) {
            demand("Only a move under way is reconciled", Phase.DUAL);
        }
        return Rekeyed.of(now, reconciled());
    }

    /** Looks for differences in both tables and writes nothing. Costs reads only. */
    public Rekeyed compare() {
        List<Difference> found = new ArrayList<>();
        Progress compared = compared(found);
        Phase now = phase();
        return Rekeyed.of(now, Progress.NONE).with(now, compared, found);
    }

    /**
     * Makes the new table the one that decides, if it holds the same.
     *
     * <p>Writers are refused while both tables are walked twice: for a large table use settings with a high rate. If a
     * difference stays, writers go on as before, and the answer names it. After a crash in between writers stay refused:
     * run it again, or {@link #thaw}.
     *
     * @param lease that of the writers
     * @param grace how long a request that was sent may still take effect: the longest timeout of a call
     */
    public Rekeyed cutOver(Duration lease, Duration grace) {
        if (phase() != Phase.FROZEN) {
            demand("Only a move under way is cut over", Phase.DUAL);
            step(Phase.DUAL, Phase.FROZEN);
        }
        settings.waiting().pass(lease.plus(grace));
        Progress reconciled = reconciled();
        List<Difference> found = new ArrayList<>();
        Progress compared = compared(found);
        Phase after = found.isEmpty() ? Phase.MOVED : Phase.DUAL;
        step(Phase.FROZEN, after);
        return Rekeyed.of(after, reconciled).with(after, compared, found);
    }

    /** Lets writers go on after a cut that was not finished. Costs a write unit. */
    public void thaw() {
        demand("Only a frozen table thaws", Phase.FROZEN);
        step(Phase.FROZEN, Phase.DUAL);
    }

    private Progress reconciled() {
        return walk(from, "reconcile")
                .once((item, by) -> bring(Key.of(item), by))
                .plus(walk(to, "reconcile")
                        .once((item, by) -> bring(layout.back().apply(Key.of(item)), by)));
    }

    private String bring(Key key, Runner by) {
        return ended(copy.bring(key, Asker.by(by, name))).name();
    }

    private Progress compared(List<Difference> found) {
        Progress old = walk(from, "compare").once((item, by) -> differs(Key.of(item), by, found));
        // What both tables have was compared already.
        Progress now = walk(to, "compare").once((item, by) -> {
            Key key = layout.back().apply(Key.of(item));
            return found.stream().anyMatch(known -> known.key().equals(key))
                    ? Difference.Kind.NONE.name()
                    : orphan(key, by, found);
        });
        return old.plus(now);
    }

    private String orphan(Key key, Runner by, List<Difference> found) {
        List<Difference> here = new ArrayList<>();
        String kind = differs(key, by, here);
        here.stream().filter(it -> it.kind() == Difference.Kind.ORPHAN).forEach(it -> note(it, found));
        return kind.equals(Difference.Kind.ORPHAN.name()) ? kind : Difference.Kind.NONE.name();
    }

    /** A copy may be under way, so a difference counts if it is there twice. */
    private String differs(Key key, Runner by, List<Difference> found) {
        Difference.Kind kind = ended(copy.compare(key, Asker.by(by, name)));
        if (kind != Difference.Kind.NONE) {
            kind = ended(copy.compare(key, Asker.by(by, name)));
        }
        if (kind != Difference.Kind.NONE) {
            note(new Difference(kind, key), found);
        }
        return kind.name();
    }

    /** A blocking client has answered by now; what it threw comes through as it was. */
    private static <T> T ended(CompletableFuture<T> step) {
        try {
            return step.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw wrapped;
        }
    }

    private static void note(Difference difference, List<Difference> found) {
        if (found.size() < MOST_DIFFERENCES) {
            found.add(difference);
        }
    }

    private Walk walk(String table, String step) {
        return new Walk(client, table, name + "-" + step, settings);
    }

    private void step(Phase before, Phase after) {
        try {
            runner.run(name, Work.ask(phase.put(before, after)));
        } catch (ConditionalCheckFailedException overtaken) {
            throw new IllegalStateException("Move " + name + " was to go from " + before + " to " + after
                    + ", but somebody else moved it on to " + phase() + ": run one step at a time.");
        }
    }

    private void demand(String rule, Phase wanted) {
        Phase now = phase();
        if (now != wanted) {
            throw new IllegalStateException(rule + ", got phase " + now + " of move " + name + ", wanted " + wanted
                    + ": see Rekeying for the order of the steps.");
        }
    }
}
