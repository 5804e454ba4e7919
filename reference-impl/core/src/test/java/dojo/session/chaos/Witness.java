package dojo.session.chaos;

import dojo.session.Append;
import dojo.session.Context;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.PassedOn;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.Raw;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Passes calls on, and writes down who asked for what, when, and what the answer was. */
final class Witness extends PassedOn {
    private final SessionMemory memory;
    private final String writer;
    private final Chronicle chronicle;
    private final InstantSource clock;
    private final Duration skew;
    private final Tally tally;

    /** @param clock the true one; the caller's is ahead of it by {@code skew} */
    Witness(SessionMemory memory, String writer, Chronicle chronicle, InstantSource clock, Duration skew, Tally tally) {
        super(memory);
        this.memory = memory;
        this.writer = writer;
        this.chronicle = chronicle;
        this.clock = clock;
        this.skew = skew;
        this.tally = tally;
    }

    @Override
    public Created create(NewSession wish) {
        return call(wish.id(), new Ask.Create(wish), () -> memory.create(wish), Witness::said);
    }

    @Override
    public Append append(Position expected, Turn turn) {
        return call(
                expected.session(),
                new Ask.Append(Raw.where(expected), turn),
                () -> memory.append(expected, turn),
                Witness::said);
    }

    @Override
    public Append append(Position expected, List<Turn> turns) {
        return call(
                expected.session(),
                new Ask.Append(Raw.where(expected), turns),
                () -> memory.append(expected, turns),
                Witness::said);
    }

    @Override
    public Append append(SessionId session, Turn turn, Scope scope) {
        return call(session, new Ask.Once(turn, scope), () -> memory.append(session, turn, scope), Witness::said);
    }

    @Override
    public Transcript read(SessionId session, long after, int limit) {
        return call(session, new Ask.Read(after, limit), () -> memory.read(session, after, limit), Witness::said);
    }

    @Override
    public Loaded load(SessionId session, Window window) {
        return call(session, new Ask.Load(window), () -> memory.load(session, window), Witness::said);
    }

    @Override
    public Restarted restart(SessionId session) {
        return call(session, new Ask.Restart(), () -> memory.restart(session), Witness::said);
    }

    private <T> T call(SessionId session, Ask ask, Supplier<T> work, Function<T, Said> words) {
        Instant from = clock.instant();
        long begun = chronicle.tick();
        Said said = new Said.Unknown("it never came back");
        try {
            T answer = work.get();
            said = words.apply(answer);
            return answer;
        } catch (Mortal.Died | SdkException unknown) {
            said = new Said.Unknown(unknown.getClass().getSimpleName());
            throw unknown;
        } catch (RuntimeException broken) {
            said = new Said.Broken(broken.toString());
            throw broken;
        } finally {
            Span span = new Span(begun, chronicle.tick(), from, clock.instant(), skew);
            chronicle.note(session, writer, ask, said, span);
            tally.answered(name(ask, said));
        }
    }

    private static String name(Ask ask, Said said) {
        String asked = ask.getClass().getSimpleName();
        return said instanceof Said.Opened opened
                ? asked + "." + opened.how()
                : said instanceof Said.NotOpened refused
                        ? asked + "." + refused.how()
                        : asked + "." + said.getClass().getSimpleName();
    }

    private static Said said(Created created) {
        boolean opened = created instanceof Created.Opened
                || created instanceof Created.Reclaimed
                || created instanceof Created.AlreadyThere;
        String how = created.getClass().getSimpleName();
        return opened ? new Said.Opened(how, Raw.where(created.positionOrThrow())) : new Said.NotOpened(how);
    }

    private static Said said(Append append) {
        if (append instanceof Append.Appended appended) {
            return new Said.Stored(Raw.where(appended.position()));
        }
        if (append instanceof Append.AlreadyThere there) {
            return new Said.AlreadyThere(Raw.where(there.position()));
        }
        if (append instanceof Append.Mismatch mismatch) {
            return new Said.Mismatch(Raw.where(mismatch.position()));
        }
        if (append instanceof Append.Conflict conflict) {
            return new Said.Conflict(conflict.occupant().value(), Raw.where(conflict.tail()));
        }
        if (append instanceof Append.Partly partly) {
            return new Said.Partly(partly.stored(), Raw.where(partly.tail()));
        }
        return new Said.Closed(((Append.Closed) append).reason());
    }

    private static Said said(Loaded loaded) {
        if (!(loaded instanceof Loaded.Found found)) {
            return new Said.Absent();
        }
        Context context = found.context();
        return new Said.Shown(Raw.where(context.tail()), seen(context.turns()), context.cut(), context.expiresAt());
    }

    private static Said said(Transcript transcript) {
        return transcript instanceof Transcript.Part part
                ? new Said.Told(seen(part.turns()), part.more())
                : new Said.Absent();
    }

    private static List<Said.Seen> seen(List<StoredTurn> turns) {
        return turns.stream()
                .map(stored -> new Said.Seen(stored.number(), stored.turn()))
                .toList();
    }

    private static Said said(Restarted restarted) {
        return restarted instanceof Restarted.Fresh fresh
                ? new Said.Fresh(Raw.where(fresh.position()))
                : new Said.Absent();
    }
}
