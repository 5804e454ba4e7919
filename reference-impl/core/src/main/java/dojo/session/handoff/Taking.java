package dojo.session.handoff;

import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.Change;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.handoff.Part.Gist;
import dojo.session.handoff.Part.Said;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One import at work: first it compares with what the session holds, then it appends. Used by one thread. */
final class Taking {
    private static final int PAGE = 50;
    /** What stands in place of a model, or a prompt, that an old summary does not name. */
    private static final String UNKNOWN = "unknown";

    private final SessionMemory memory;
    private final SessionId session;
    private final long there;
    private final Optional<Change> known;
    private final Deque<StoredTurn> page = new ArrayDeque<>();
    private Position at;
    private Bill bill;
    private long read;
    private long taken;
    private long added;
    private long summarised;

    /**
     * A session that holds turns up to this one.
     *
     * @param at the place after it
     * @param there its number, 0 if there is none
     * @param known what to note about the conversation once it is there
     */
    Taking(SessionMemory memory, SessionId session, Position at, long there, Optional<Change> known, Bill bill) {
        this.memory = memory;
        this.session = session;
        this.at = at;
        this.there = there;
        this.known = known;
        this.bill = bill;
    }

    /**
     * Takes the next turn of the export.
     *
     * @param gist the export's summary
     * @return why the import ends here, if it does
     */
    Optional<Imported> take(Said said, Optional<Gist> gist) {
        if (page.isEmpty() && read < there) {
            Optional<Imported> gone = readOn();
            if (gone.isPresent()) {
                return gone;
            }
        }
        taken++;
        if (gist.isPresent() && said.stored().number() <= gist.get().to()) {
            summarised = taken;
        }
        if (page.isEmpty()) {
            return append(said.stored().turn());
        }
        Turn stored = page.removeFirst().turn();
        return repeats(stored, said)
                ? Optional.empty()
                : Optional.of(new Imported.Occupied(said.stored().turn().id(), stored.id(), added, bill));
    }

    /** A redacted turn does not replace its original, if the session still has that. */
    private static boolean repeats(Turn stored, Said said) {
        Turn turn = said.stored().turn();
        boolean samePayload = stored.role().equals(turn.role())
                && stored.text().equals(turn.text())
                && stored.attributes().equals(turn.attributes());
        return stored.id().equals(turn.id()) && (samePayload || !said.redacted().isEmpty());
    }

    /** Stores the summary, unless the session has one of its own, and notes what is known; the turns are there by now. */
    Imported finish(Manifest manifest, Optional<Gist> gist) {
        if (gist.isPresent() && summarised > 0) {
            Stored stored = memory.store(session, summary(gist.get()));
            bill = bill.plus(stored.bill());
            if (stored instanceof Stored.Absent || stored instanceof Stored.Restarted) {
                return new Imported.Closed(added, bill);
            }
        }
        if (known.isPresent()) {
            Updated updated = memory.update(session, known.get());
            bill = bill.plus(updated.bill());
            if (updated instanceof Updated.Absent) {
                return new Imported.Closed(added, bill);
            }
        }
        return new Imported.Complete(manifest, at, added, bill);
    }

    private Summary summary(Gist gist) {
        return new Summary(1, summarised, gist.text(), gist.at())
                .of(new Summary.Origin(
                        at,
                        gist.inputs().orElse(UNKNOWN),
                        gist.model().orElse(UNKNOWN),
                        gist.prompt().orElse(UNKNOWN)));
    }

    private Optional<Imported> readOn() {
        Transcript next = memory.read(session, read, PAGE);
        bill = bill.plus(next.bill());
        if (!(next instanceof Transcript.Part part)) {
            return Optional.of(new Imported.Closed(added, bill));
        }
        List<StoredTurn> turns = part.turns();
        turns.stream().filter(turn -> turn.number() <= there).forEach(page::addLast);
        read = part.more() && !turns.isEmpty() ? turns.get(turns.size() - 1).number() : there;
        return Optional.empty();
    }

    private Optional<Imported> append(Turn turn) {
        Append answer = memory.append(at, turn);
        bill = bill.plus(answer.bill());
        if (answer instanceof Append.Appended || answer instanceof Append.AlreadyThere) {
            added += answer instanceof Append.Appended ? 1 : 0;
            at = answer.positionOrThrow();
            return Optional.empty();
        }
        if (answer instanceof Append.Conflict conflict) {
            return Optional.of(new Imported.Occupied(turn.id(), conflict.occupant(), added, bill));
        }
        return Optional.of(
                answer instanceof Append.Closed
                        ? new Imported.Closed(added, bill)
                        : new Imported.Occupied(turn.id(), turn.id(), added, bill));
    }
}
