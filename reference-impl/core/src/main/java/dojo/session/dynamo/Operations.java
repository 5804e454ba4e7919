package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Change;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.Listed;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Position;
import dojo.session.Readmitted;
import dojo.session.Redacted;
import dojo.session.Replaced;
import dojo.session.Restarted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import dojo.session.work.Work;
import java.util.List;

/** The access patterns of one table, each as work to be run by either memory. */
final class Operations {
    private final CreateSession create;
    private final AppendTurn append;
    private final AppendBatch appendBatch;
    private final AppendOnce appendOnce;
    private final LoadContext load;
    private final ReadTranscript read;
    private final UpdateMetadata update;
    private final ListSessions sessions;
    private final RedactTurn redact;
    private final EraseCustomer erase;
    private final RestartSession restart;
    private final StoreSummary store;
    private final ReplaceList replace;
    private final ReadList list;

    Operations(String table, MemorySettings settings) {
        Home home = new Home(settings.region());
        Contents contents = new Contents(table, settings.content());
        NoteActivity notes = new NoteActivity(table, settings.upkeep().step());
        this.create = new CreateSession(table, home, settings.upkeep());
        this.append = new AppendTurn(table, home, notes, contents);
        this.appendBatch = new AppendBatch(table, home, append, notes, contents);
        this.appendOnce = new AppendOnce(table, home, append, notes, contents);
        this.load = new LoadContext(table, contents);
        this.read = new ReadTranscript(table, contents);
        this.update = new UpdateMetadata(table, home);
        this.sessions = new ListSessions(table);
        RemoveContent removal = new RemoveContent(table, settings.content().store());
        this.redact = new RedactTurn(table, home, removal);
        this.erase = new EraseCustomer(table, home, settings.upkeep(), removal);
        this.restart = new RestartSession(table, home);
        this.store = new StoreSummary(table, home);
        this.replace = new ReplaceList(table, home, notes, contents);
        this.list = new ReadList(table, contents);
    }

    Work<Created> create(NewSession wish) {
        return create.create(wish);
    }

    Work<Append> append(Position expected, Turn turn) {
        return append.append(Token.of(expected), turn);
    }

    Work<Append> append(Position expected, List<Turn> turns) {
        return appendBatch.append(Token.of(expected), List.copyOf(turns));
    }

    Work<Append> append(SessionId session, Turn turn, Scope scope) {
        return appendOnce.append(session, turn, scope);
    }

    Work<Loaded> load(SessionId session, Window window) {
        return load.load(session, window);
    }

    Work<Transcript> read(SessionId session, long after, int limit) {
        return read.read(session, after, limit);
    }

    Work<Stored> store(SessionId session, Summary summary) {
        return store.store(session, summary);
    }

    Work<Replaced> replace(SessionId session, List<Turn> turns) {
        return replace.replace(session, turns);
    }

    Work<Loaded> current(SessionId session) {
        return list.current(session);
    }

    Work<Updated> update(SessionId session, Change change) {
        return update.update(session, change);
    }

    Work<Listed> sessions(CustomerId customer, Page page) {
        return sessions.sessions(customer, page);
    }

    Work<Redacted> redact(SessionId session, long number, String replacement) {
        return redact.redact(session, number, replacement);
    }

    Work<Redacted> remove(SessionId session, long number) {
        return redact.remove(session, number);
    }

    Work<Erased> erase(CustomerId customer) {
        return erase.erase(customer);
    }

    Work<Erased> erase(SessionId guest) {
        return erase.erase(guest);
    }

    Work<Readmitted> readmit(CustomerId customer) {
        return erase.readmit(customer);
    }

    Work<Restarted> restart(SessionId session) {
        return restart.restart(session);
    }
}
