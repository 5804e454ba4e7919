package dojo.session.handoff;

import dojo.session.Bill;
import dojo.session.Change;
import dojo.session.Context;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.Metadata;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionMemory;
import dojo.session.Window;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Takes an export in: into the session it came from, or into any other that holds nothing else.
 *
 * <p>Nothing is written before the export was read to its end and found genuine. Turns keep their ids, roles, texts and
 * order; the time of storing is the import's. A summary is stored as one of everything up to its last turn, for the
 * summaries before it are not in the export.
 *
 * <p>An import may be interrupted anywhere and repeated, by anybody, with the same export and session: turns that are
 * there already are recognised by id and payload. Costs what creating the session and appending the turns costs, one
 * request a turn; a repeated one reads what is there, strongly consistent, and appends the rest. What the database
 * client throws passes through; the remedy is to repeat the import. Thread-safe.
 */
public final class HandoffImport {
    private final SessionMemory memory;
    private final KnownKeys keys;

    private HandoffImport(SessionMemory memory, KnownKeys keys) {
        this.memory = memory;
        this.keys = keys;
    }

    /** Imports of what these keys signed. */
    public static HandoffImport into(SessionMemory memory, KnownKeys keys) {
        return new HandoffImport(memory, keys);
    }

    /**
     * Takes the export in.
     *
     * @param wish the session, its owner and how long it lives; if it exists it is left as it is. The request id of the
     *     wish is replaced by one made of the export, so that a repetition recognises its own session
     * @throws IOException if the export cannot be read, for reasons that are not its own
     */
    public Imported take(Source export, NewSession wish) throws IOException {
        Verified verified = HandoffCheck.with(keys).check(export);
        if (verified instanceof Verified.Refused refused) {
            return new Imported.Refused(refused.problem());
        }
        Manifest manifest = ((Verified.Genuine) verified).manifest();
        String requestId = requestId(manifest);
        Optional<Change> known = About.change(manifest.metadata(), requestId);
        Created created = memory.create(wish.requestedAs(requestId));
        if (created instanceof Created.Opened || created instanceof Created.Reclaimed) {
            Position start = created.positionOrThrow();
            return read(export, manifest, new Taking(memory, wish.id(), start, 0, known, created.bill()));
        }
        if (created instanceof Created.Spent || created instanceof Created.Mismatch) {
            return new Imported.Closed(0, created.bill());
        }
        // By an earlier attempt, or because it is the one that was exported, or by accident: the turns will tell.
        Loaded loaded = memory.load(wish.id(), Window.latest(1));
        Bill bill = created.bill().plus(loaded.bill());
        return loaded instanceof Loaded.Found found
                ? read(export, manifest, goingOn(found.context(), known, bill))
                : new Imported.Closed(0, bill);
    }

    /** What the session knows about itself stays. */
    private Taking goingOn(Context context, Optional<Change> known, Bill bill) {
        long revision = context.metadata().revision();
        Optional<Change> wanted = known.filter(change -> context.metadata().equals(Metadata.none(revision)))
                .map(change -> change.expecting(revision));
        return new Taking(memory, context.session(), context.tail(), context.turnCount(), wanted, bill);
    }

    private Imported read(Source export, Manifest manifest, Taking taking) throws IOException {
        try (InputStream in = export.open()) {
            Reading reading = Reading.begin(in, keys);
            for (Optional<Part.Said> turn = reading.next(); turn.isPresent(); turn = reading.next()) {
                Optional<Imported> stopped = taking.take(turn.get(), reading.gist());
                if (stopped.isPresent()) {
                    return stopped.get();
                }
            }
            return taking.finish(manifest, reading.gist());
        } catch (Damage changedMeanwhile) {
            return new Imported.Refused(changedMeanwhile.problem());
        }
    }

    /** The same for the same export, whoever imports it; the time of the export tells it from others of the session. */
    private static String requestId(Manifest manifest) {
        return "handoff-" + Chain.digest(manifest.session() + " " + manifest.exportedAt() + " " + manifest.keyId());
    }
}
