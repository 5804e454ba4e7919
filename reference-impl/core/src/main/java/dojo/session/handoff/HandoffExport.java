package dojo.session.handoff;

import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.handoff.Part.Gist;
import dojo.session.handoff.Part.Head;
import dojo.session.handoff.Part.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes a conversation for a human to go on with: transcript, latest summary and metadata, in order and signed.
 *
 * <p>The export is the conversation as it was when it began: turns that arrive meanwhile are not in it. It is written as
 * it is read, {@value #PAGE} turns at a time, so its length does not matter. An {@link HandoffImport} takes it in.
 *
 * <p>An export costs a load of one turn, and strongly consistent reads of all turns: 1 read unit for each started 4 KB of
 * a page, and 1 a page for the head of the session. What the database client throws passes through; what was written
 * then has no seal, and the remedy is to export again. Thread-safe.
 */
public final class HandoffExport {
    private static final int PAGE = 50;

    private final SessionMemory memory;
    private final SigningKey key;
    private final Redaction redaction;
    private final InstantSource clock;

    private HandoffExport(SessionMemory memory, SigningKey key, Redaction redaction, InstantSource clock) {
        this.memory = memory;
        this.key = key;
        this.redaction = redaction;
        this.clock = clock;
    }

    /** Exports signed by this key, with nothing taken out. */
    public static HandoffExport from(SessionMemory memory, SigningKey key) {
        return new HandoffExport(memory, key, Redaction.NONE, Clock.systemUTC());
    }

    /** The same with something taken out of each. */
    public HandoffExport redactedBy(Redaction wanted) {
        return new HandoffExport(memory, key, wanted, clock);
    }

    /** The same by another clock, which says when an export was made. */
    public HandoffExport at(InstantSource other) {
        return new HandoffExport(memory, key, redaction, other);
    }

    /**
     * Writes the conversation of a session; leaves the stream open.
     *
     * @throws IOException if the stream takes no more
     * @throws IllegalArgumentException if a redaction changed the id or the role of a turn
     */
    public Exported export(SessionId session, OutputStream to) throws IOException {
        Loaded loaded = memory.load(session, Window.latest(1));
        if (!(loaded instanceof Loaded.Found found)) {
            return new Exported.Absent(loaded.bill());
        }
        Context context = found.context();
        Writing writing = new Writing(to, key, loaded.bill());
        Head head = head(context);
        writing.write(head);
        Optional<Gist> gist = context.summary().flatMap(this::gist);
        if (gist.isPresent()) {
            writing.write(gist.get());
        }
        Optional<Exported> interrupted = turns(context, writing);
        if (interrupted.isPresent()) {
            return interrupted.get();
        }
        Part.Seal seal = writing.seal(gist.isPresent() ? 1 : 0);
        return new Exported.Written(Manifest.of(head, seal), writing.bill());
    }

    private Head head(Context context) {
        return new Head(
                context.session(),
                context.customer(),
                context.createdAt(),
                context.expiresAt(),
                clock.instant(),
                redaction.metadata(context.metadata()),
                context.turnCount(),
                key.id(),
                key.algorithm().jdkName());
    }

    private Optional<Gist> gist(Summary summary) {
        Optional<Summary.Origin> origin = summary.origin();
        return redaction
                .summary(summary)
                .map(text -> new Gist(
                        summary.from(),
                        summary.to(),
                        text,
                        summary.at(),
                        origin.map(Summary.Origin::inputs),
                        origin.map(Summary.Origin::model),
                        origin.map(Summary.Origin::prompt),
                        text.equals(summary.text()) ? List.of() : List.of("text")));
    }

    /** Why the conversation could not be read as it was when the export began, if it could not. */
    private Optional<Exported> turns(Context context, Writing writing) throws IOException {
        Optional<StoredTurn> before = Optional.empty();
        boolean more = context.turnCount() > 0;
        while (more) {
            // Begins with the last turn of the page before: another one there is another conversation under this id.
            long seam = before.map(StoredTurn::number).orElse(1L);
            Transcript page = memory.read(context.session(), seam - 1, PAGE);
            writing.add(page.bill());
            if (!(page instanceof Transcript.Part part)) {
                return Optional.of(new Exported.Absent(writing.bill()));
            }
            Deque<StoredTurn> turns = new ArrayDeque<>(part.turns());
            if (before.isPresent() && (turns.isEmpty() || !same(turns.removeFirst(), before.get()))) {
                return Optional.of(new Exported.Restarted(writing.bill()));
            }
            turns.removeIf(turn -> turn.number() > context.turnCount());
            for (StoredTurn turn : turns) {
                writing.write(redacted(turn, before.map(StoredTurn::number).orElse(0L)));
                before = Optional.of(turn);
            }
            more = part.more() && !turns.isEmpty();
        }
        Optional<StoredTurn> end = before;
        return context.turns().stream().allMatch(last -> end.isPresent() && same(end.get(), last))
                ? Optional.empty()
                : Optional.of(new Exported.Restarted(writing.bill()));
    }

    /** The same turn of the same log; its text may have been redacted in place meanwhile. */
    private static boolean same(StoredTurn one, StoredTurn other) {
        return one.number() == other.number()
                && one.at().equals(other.at())
                && one.turn().id().equals(other.turn().id());
    }

    private Said redacted(StoredTurn stored, long after) {
        Turn before = stored.turn();
        Turn shown = redaction.turn(stored);
        if (!shown.id().equals(before.id()) || !shown.role().equals(before.role())) {
            throw new IllegalArgumentException("The redaction made turn " + shown.id() + " of role " + shown.role()
                    + " out of turn " + before.id() + " of role " + before.role()
                    + ": change texts and attributes only.");
        }
        return new Said(new StoredTurn(stored.number(), stored.at(), shown), after, differences(before, shown));
    }

    private static List<String> differences(Turn before, Turn shown) {
        List<String> redacted = new ArrayList<>();
        if (!shown.text().equals(before.text())) {
            redacted.add("text");
        }
        TreeSet<String> names = new TreeSet<>(before.attributes().keySet());
        names.addAll(shown.attributes().keySet());
        names.removeIf(name -> before.attributes().containsKey(name)
                && before.attributes().get(name).equals(shown.attributes().get(name)));
        names.forEach(name -> redacted.add("attributes/" + name));
        return redacted;
    }
}
