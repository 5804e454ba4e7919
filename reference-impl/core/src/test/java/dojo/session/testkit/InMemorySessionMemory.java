package dojo.session.testkit;

import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.Change;
import dojo.session.Context;
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
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A session memory so simple that it is obviously right: lists behind one lock, everything kept for ever.
 *
 * <p>It is the model that other implementations are compared with, and a stand-in for tests without a database. Its
 * bills are empty. Thread-safe.
 */
public final class InMemorySessionMemory implements SessionMemory {
    private final Shelf shelf;
    private final Appends appends;
    private final Erasures erasures;

    private InMemorySessionMemory(InstantSource clock) {
        this.shelf = new Shelf(clock);
        this.appends = new Appends(shelf);
        this.erasures = new Erasures(shelf);
    }

    /** An empty memory on this clock. */
    public static InMemorySessionMemory on(InstantSource clock) {
        return new InMemorySessionMemory(clock);
    }

    @Override
    public synchronized Created create(NewSession wish) {
        Optional<Created> refused = erasures.refuses(wish);
        if (refused.isPresent()) {
            return refused.get();
        }
        Head there = shelf.heads().get(wish.id());
        if (there == null) {
            return new Created.Opened(shelf.begin(wish), Bill.ZERO);
        }
        boolean expired = there.expired(shelf.now());
        if (!there.wish().requestId().equals(wish.requestId())) {
            return expired
                    ? new Created.Reclaimed(shelf.begin(wish), Bill.ZERO)
                    : new Created.Live(there.expiresAt(), Bill.ZERO);
        }
        if (!there.customer().equals(wish.customer())) {
            return new Created.Mismatch(Bill.ZERO);
        }
        return expired
                ? new Created.Spent(there.expiresAt(), Bill.ZERO)
                : new Created.AlreadyThere(new Place(wish.id(), there.log(), 0), Bill.ZERO);
    }

    @Override
    public synchronized Append append(Position expected, Turn turn) {
        return append(expected, List.of(turn));
    }

    @Override
    public synchronized Append append(Position expected, List<Turn> turns) {
        return appends.append(expected, turns);
    }

    @Override
    public synchronized Append append(SessionId session, Turn turn, Scope scope) {
        return appends.append(session, turn, scope);
    }

    @Override
    public synchronized Stored store(SessionId session, Summary summary) {
        Place from =
                Place.of(summary.origin().orElseThrow(() -> noOrigin(summary)).log());
        if (!from.session().equals(session)) {
            throw new IllegalArgumentException("The summary was made from session " + from.session()
                    + ", and is to be stored in session " + session + ": store it where it belongs.");
        }
        Optional<Head> head = shelf.living(session);
        if (head.isEmpty()) {
            return new Stored.Absent(Bill.ZERO);
        }
        return head.get().log() == from.log()
                ? shelf.logs(session).get(from.log()).store(summary)
                : new Stored.Restarted(Bill.ZERO);
    }

    @Override
    public synchronized Replaced replace(SessionId session, List<Turn> turns) {
        List<Turn> wanted = List.copyOf(turns);
        Optional<Head> head = shelf.living(session);
        if (head.isEmpty()) {
            return new Replaced.Absent(Bill.ZERO);
        }
        Log log = shelf.logs(session).get(head.get().log());
        int before = log.size();
        log.replace(wanted, shelf.now());
        int added = log.size() - before;
        if (added > 0) {
            shelf.active(new Place(session, head.get().log(), log.size()));
        }
        return new Replaced.Stored(wanted.size() - added, added, Bill.ZERO);
    }

    private static IllegalArgumentException noOrigin(Summary summary) {
        return new IllegalArgumentException("A summary is stored with its origin, got none for turns " + summary.from()
                + " to " + summary.to() + ": say what it was made of and by what, with Summary.of(...).");
    }

    @Override
    public synchronized Loaded load(SessionId session, Window window) {
        Optional<Head> living = shelf.living(session);
        if (living.isEmpty()) {
            return new Loaded.Absent(Bill.ZERO);
        }
        Log log = shelf.logs(session).get(living.get().log());
        List<StoredTurn> shown = log.latest(window);
        boolean cut = shown.isEmpty() ? log.size() > 0 : shown.get(0).number() > 1;
        return found(living.get(), log.shownSummary(), shown, cut);
    }

    @Override
    public synchronized Loaded current(SessionId session) {
        return shelf.living(session)
                .map(head -> found(
                        head,
                        Optional.empty(),
                        shelf.logs(session).get(head.log()).current(),
                        false))
                .orElseGet(() -> new Loaded.Absent(Bill.ZERO));
    }

    private Loaded found(Head head, Optional<Summary> summary, List<StoredTurn> shown, boolean cut) {
        SessionId session = head.wish().id();
        int size = shelf.logs(session).get(head.log()).size();
        Context context = new Context(
                session,
                head.customer(),
                head.createdAt(),
                head.expiresAt(),
                head.metadata(),
                summary,
                shown,
                cut,
                size,
                new Place(session, head.log(), size));
        return new Loaded.Found(context, Bill.ZERO);
    }

    @Override
    public synchronized Transcript read(SessionId session, long after, int limit) {
        if (after < 0 || limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("A transcript is read from place 0 on, 1 to 10,000 turns at a time, got "
                    + after + " and " + limit + ": pass the number of the last turn you have, and how many you want.");
        }
        Optional<Head> head = shelf.living(session);
        if (head.isEmpty()) {
            return new Transcript.Absent(Bill.ZERO);
        }
        List<StoredTurn> all = shelf.logs(session).get(head.get().log()).turns();
        List<StoredTurn> rest =
                all.stream().filter(stored -> stored.number() > after).toList();
        return new Transcript.Part(rest.stream().limit(limit).toList(), rest.size() > limit, Bill.ZERO);
    }

    @Override
    public synchronized Updated update(SessionId session, Change change) {
        Optional<Head> head = shelf.living(session);
        if (head.isEmpty()) {
            return new Updated.Absent(Bill.ZERO);
        }
        Head known = head.get();
        if (!known.lastChange().equals(Optional.of(change.requestId()))) {
            if (change.expected().isPresent()
                    && change.expected().getAsLong() != known.metadata().revision()) {
                return new Updated.Conflict(known.metadata(), Bill.ZERO);
            }
            known = known.with(change);
            shelf.heads().put(session, known);
        }
        return new Updated.Changed(known.metadata(), Bill.ZERO);
    }

    @Override
    public synchronized Listed sessions(CustomerId customer, Page page) {
        String owner = customer.value() + "#";
        if (page.after().filter(token -> !token.startsWith(owner)).isPresent()) {
            throw new IllegalArgumentException("This page is of another customer's list, got \""
                    + page.after().get() + "\" for " + customer + ": begin with the first page.");
        }
        List<Listed.Entry> all = shelf.heads().values().stream()
                .filter(head -> head.customer().equals(Optional.of(customer)) && !head.expired(shelf.now()))
                .map(Head::entry)
                .sorted(Comparator.comparing(Listed.Entry::activeAt)
                        .reversed()
                        .thenComparing(entry -> entry.session().value()))
                .toList();
        int from = page.after()
                .map(token -> Integer.parseInt(token.substring(owner.length())))
                .orElse(0);
        int to = Math.min(all.size(), from + page.size());
        Optional<String> next = to < all.size() ? Optional.of(owner + to) : Optional.empty();
        return new Listed(all.subList(Math.min(from, to), to), next, Bill.ZERO);
    }

    @Override
    public synchronized Redacted redact(SessionId session, long number, String replacement) {
        return takeBack(session, number, Optional.of(replacement));
    }

    @Override
    public synchronized Redacted remove(SessionId session, long number) {
        return takeBack(session, number, Optional.empty());
    }

    private Redacted takeBack(SessionId session, long number, Optional<String> replacement) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "Turns are numbered from 1, got " + number + ": pass one that is shown.");
        }
        Optional<Head> head = shelf.living(session);
        if (head.isEmpty()) {
            return new Redacted.Absent(Bill.ZERO);
        }
        Log log = shelf.logs(session).get(head.get().log());
        Optional<Turn> shown = number > log.size()
                ? Optional.empty()
                : replacement.map(text ->
                        Turn.of(log.at(number).id().value(), log.at(number).role(), text));
        return number > log.size() ? new Redacted.NoSuchTurn(Bill.ZERO) : log.takeBack(number, shown);
    }

    @Override
    public synchronized Erased erase(CustomerId customer) {
        return erasures.erase(customer);
    }

    @Override
    public synchronized Erased erase(SessionId guest) {
        return erasures.erase(guest);
    }

    @Override
    public synchronized Readmitted readmit(CustomerId customer) {
        return erasures.readmit(customer);
    }

    @Override
    public synchronized Restarted restart(SessionId session) {
        Optional<Head> head = shelf.living(session);
        if (head.isEmpty()) {
            return new Restarted.Absent(Bill.ZERO);
        }
        List<Log> ofTheId = shelf.logs(session);
        Log old = ofTheId.get(head.get().log());
        old.seal();
        ofTheId.add(new Log(old.endsAt));
        shelf.heads().put(session, head.get().anew(ofTheId.size() - 1));
        return new Restarted.Fresh(new Place(session, ofTheId.size() - 1, 0), Bill.ZERO);
    }

    @Override
    public synchronized Position position(String token) {
        Place place = Place.parse(token);
        List<Log> ofTheId = shelf.logs(place.session());
        if (place.log() >= ofTheId.size()
                || (!ofTheId.get(place.log()).erased()
                        && place.number() > ofTheId.get(place.log()).size())) {
            throw new IllegalArgumentException(
                    "This memory has no such place, got \"" + token + "\": load the session for its position.");
        }
        return place;
    }
}
