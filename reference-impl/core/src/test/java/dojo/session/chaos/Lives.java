package dojo.session.chaos;

import dojo.session.NewSession;
import dojo.session.chaos.History.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each log lives, as far as the answers tell.
 *
 * <p>A session lives at least as long as its wish says and as anybody was told, by the clock of whoever was told.
 * Activity may prolong it, up to its hard end. A restart changes nothing about either.
 */
final class Lives {

    /** Somebody knew, from {@code since} on, that the log is alive until then. */
    private record Told(long since, Instant until) {}

    private final Map<Long, List<Told>> told = new HashMap<>();
    private final Map<Long, Instant> hardEnds = new HashMap<>();
    private Instant shortestHardEnd = Instant.MAX;
    private Instant longestHardEnd = Instant.MIN;

    Lives(History history) {
        history.ops().forEach(this::read);
        history.looks().forEach(this::read);
    }

    /** Until when the log was certainly alive, for all that was known at this place in the order; long ago if nothing was. */
    Instant until(long epoch, long tick) {
        return told.getOrDefault(epoch, List.of()).stream()
                .filter(one -> one.since() < tick)
                .map(Told::until)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** When the log has ended, however active it was, and by whosever clock it was opened. */
    Instant over(long epoch) {
        Instant exact = hardEnds.get(epoch);
        return exact != null ? exact : longestHardEnd.equals(Instant.MIN) ? Instant.MAX : longestHardEnd;
    }

    /** Before this, no item of the log may be deleted. */
    Instant kept(long epoch) {
        Instant told = until(epoch, Long.MAX_VALUE);
        if (hardEnds.containsKey(epoch)) {
            return hardEnds.get(epoch).minusSeconds(1);
        }
        return !told.equals(Instant.MIN) || shortestHardEnd.equals(Instant.MAX) ? told : shortestHardEnd;
    }

    private void read(Op op) {
        if (op.ask() instanceof Ask.Create create) {
            NewSession wish = create.wish();
            Instant least = op.span().earliest().plus(wish.lifetime());
            // A started second counts.
            Instant most = op.span().latest().plus(wish.lifetime()).plusSeconds(1);
            shortestHardEnd = least.isBefore(shortestHardEnd) ? least : shortestHardEnd;
            longestHardEnd = most.isAfter(longestHardEnd) ? most : longestHardEnd;
            if (op.said() instanceof Said.Opened opened && !opened.how().equals("AlreadyThere")) {
                hardEnds.put(opened.start().epoch(), most);
                tell(
                        opened.start().epoch(),
                        op.span().ended(),
                        op.span().earliest().plus(wish.idle()));
            }
        } else if (op.said() instanceof Said.Shown shown) {
            tell(shown.tail().epoch(), op.span().ended(), shown.expiresAt());
        }
    }

    private void read(Look look) {
        look.stored().head().ifPresent(head -> tell(head.epoch(), look.at(), head.expiresAt()));
    }

    private void tell(long epoch, long since, Instant until) {
        told.computeIfAbsent(epoch, first -> new ArrayList<>()).add(new Told(since, until));
    }
}
