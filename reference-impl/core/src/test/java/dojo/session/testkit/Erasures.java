package dojo.session.testkit;

import dojo.session.Bill;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.ErasureReceipt;
import dojo.session.NewSession;
import dojo.session.Readmitted;
import dojo.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the model forgets. */
final class Erasures {
    private static final Duration REFUSAL = Duration.ofDays(35);

    private final Shelf shelf;
    private final Map<CustomerId, Instant> refusedUntil = new HashMap<>();
    private final Map<String, ErasureReceipt> receipts = new HashMap<>();

    Erasures(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Why a session is not created because of an erasure, if it is not. */
    Optional<Created> refuses(NewSession wish) {
        Optional<Instant> until =
                wish.customer().map(refusedUntil::get).filter(end -> shelf.now().isBefore(end));
        if (until.isPresent()) {
            return Optional.of(new Created.Erased(until.get(), Bill.ZERO));
        }
        return Optional.ofNullable(shelf.heads().get(wish.id()))
                .filter(head -> head.wasErased() && head.wish().requestId().equals(wish.requestId()))
                .map(head -> new Created.Spent(head.createdAt(), Bill.ZERO));
    }

    Erased erase(CustomerId customer) {
        Instant now = shelf.now();
        if (!refusedUntil.getOrDefault(customer, Instant.MIN).isAfter(now)) {
            receipts.remove(customer.value());
            refusedUntil.put(customer, now.plus(REFUSAL));
        }
        List<SessionId> owned = shelf.heads().values().stream()
                .filter(head -> head.customer().equals(Optional.of(customer)))
                .map(head -> head.wish().id())
                .toList();
        return erased(customer.value(), owned);
    }

    Erased erase(SessionId guest) {
        Optional<Head> head = Optional.ofNullable(shelf.heads().get(guest));
        Optional<CustomerId> owner = head.flatMap(Head::customer);
        if (owner.isPresent()) {
            return new Erased.Owned(owner.get(), Bill.ZERO);
        }
        return erased(guest.value(), head.isPresent() && !head.get().wasErased() ? List.of(guest) : List.of());
    }

    private Erased erased(String subject, List<SessionId> sessions) {
        Instant now = shelf.now();
        List<ErasureReceipt.Line> lines = new ArrayList<>();
        for (SessionId session : sessions) {
            TreeMap<String, Long> counts = new TreeMap<>(Map.of("META", 1L));
            shelf.logs(session).forEach(log -> counts.merge("TURN", (long) log.size(), Long::sum));
            shelf.logs(session).forEach(Log::erase);
            shelf.heads().computeIfPresent(session, (id, head) -> head.erased(now));
            lines.add(new ErasureReceipt.Line(session, counts, "unknown to the model"));
        }
        if (!lines.isEmpty() || !receipts.containsKey(subject)) {
            receipts.put(subject, ErasureReceipt.of(subject, now, now, lines));
        }
        ErasureReceipt receipt = ErasureReceipt.of(subject, now, now, lines);
        return new Erased.Done(receipts.getOrDefault(subject, receipt), Bill.ZERO);
    }

    Readmitted readmit(CustomerId customer) {
        Instant until = refusedUntil.remove(customer);
        return until != null && shelf.now().isBefore(until)
                ? new Readmitted.Welcome(Bill.ZERO)
                : new Readmitted.NotErased(Bill.ZERO);
    }
}
