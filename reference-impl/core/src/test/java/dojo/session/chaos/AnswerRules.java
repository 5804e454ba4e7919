package dojo.session.chaos;

import dojo.session.Append.Reason;
import dojo.session.NewSession;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.chaos.Evidence.Sighting;
import dojo.session.chaos.Evidence.Source;
import dojo.session.chaos.Violation.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A refusal needs a reason, and a conflict must not be answered to those who were there before. */
record AnswerRules(Evidence evidence, Complaints complaints) {

    void check() {
        Map<TurnId, Sighting> acknowledged = new HashMap<>();
        for (Sighting seen : evidence.sightings) {
            if (seen.source() == Source.ACKNOWLEDGED) {
                acknowledged.merge(seen.id(), seen, (a, b) -> a.since() <= b.since() ? a : b);
            }
        }
        for (Op op : evidence.history.ops()) {
            if (op.said() instanceof Said.Broken broken) {
                complaints.add(Kind.BROKEN, "call " + op.number(), "%s", broken.why());
            } else if (!op.ask().turns().isEmpty()) {
                refusal(op, acknowledged);
            } else if (op.said() instanceof Said.NotOpened refused) {
                notOpened(op, ((Ask.Create) op.ask()).wish(), refused.how());
            }
        }
    }

    private void refusal(Op op, Map<TurnId, Sighting> acknowledged) {
        List<Turn> turns = op.ask().turns();
        if (op.said() instanceof Said.Mismatch) {
            boolean differ = turns.stream()
                    .anyMatch(turn ->
                            evidence.payloads(turn.id(), op.span().ended()).size() > 1);
            if (!differ) {
                complaints.add(
                        Kind.FALSE_MISMATCH,
                        turns.get(0).id(),
                        "call %d was told so, and nothing else was ever sent under this id",
                        op.number());
            }
        } else if (op.said() instanceof Said.Conflict conflict) {
            turns.forEach(turn -> forgotten(op, turn, conflict, acknowledged));
        } else if (op.said() instanceof Said.Closed closed) {
            closed(op, closed.reason());
        }
    }

    private void forgotten(Op op, Turn turn, Said.Conflict conflict, Map<TurnId, Sighting> acknowledged) {
        Sighting there = acknowledged.get(turn.id());
        boolean before = there != null
                && there.since() < op.span().begun()
                && op.ask() instanceof Ask.Append append
                && there.place().epoch() == append.expected().epoch()
                && there.place().number() > append.expected().number();
        if (before || conflict.occupant().equals(turn.id().value())) {
            complaints.add(
                    Kind.FORGOTTEN,
                    turn.id(),
                    "call %d was told of a conflict, but the turn was there%s",
                    op.number(),
                    there == null ? "" : ": " + there.by() + " at " + there.place());
        }
    }

    private void closed(Op op, Reason reason) {
        long epoch = op.ask() instanceof Ask.Append to ? to.expected().epoch() : 0;
        if (reason == Reason.EXPIRED && op.ask() instanceof Ask.Append append) {
            Instant until =
                    evidence.lives.until(append.expected().epoch(), op.span().begun());
            if (op.span().latest().isBefore(until)) {
                unfounded(op, "it says that the log has expired, which it does not before " + until);
            }
        } else if (reason == Reason.RESTARTED && !asked(op, other -> begunAnew(other, epoch))) {
            unfounded(op, "it says that the log was restarted, and nobody had asked for that");
        }
    }

    /** A session taken over by another create looks the same to whoever still writes to the old one. */
    private static boolean begunAnew(Op op, long after) {
        return (op.ask() instanceof Ask.Restart && !(op.said() instanceof Said.Absent))
                || (op.said() instanceof Said.Opened opened && opened.start().epoch() > after)
                || (op.ask() instanceof Ask.Create && op.said() instanceof Said.Unknown);
    }

    private void notOpened(Op op, NewSession wish, String how) {
        switch (how) {
            case "Live" -> {
                if (!asked(
                        op, other -> create(other, rival -> !rival.requestId().equals(wish.requestId())))) {
                    unfounded(op, "it says that the session is somebody else's, and nobody else wanted one");
                }
            }
            case "Mismatch" -> {
                if (!asked(
                        op,
                        other -> create(
                                other,
                                rival -> rival.requestId().equals(wish.requestId())
                                        && !rival.customer().equals(wish.customer())))) {
                    unfounded(op, "it says that the request was made for another customer, and it was not");
                }
            }
            default -> {
                if (!asked(
                        op,
                        other -> create(other, rival -> rival.requestId().equals(wish.requestId()))
                                && !op.span()
                                        .latest()
                                        .isBefore(other.span().earliest().plus(wish.lifetime())))) {
                    unfounded(op, "it says that what the request had opened is over, and it cannot be");
                }
            }
        }
    }

    private static boolean create(Op op, Predicate<NewSession> which) {
        return op.ask() instanceof Ask.Create create && which.test(create.wish());
    }

    /** Whether somebody had asked for this before the call ended. */
    private boolean asked(Op op, Predicate<Op> what) {
        return evidence.history.ops().stream()
                .anyMatch(other -> other.span().begun() < op.span().ended() && what.test(other));
    }

    private void unfounded(Op op, String words) {
        complaints.add(Kind.UNFOUNDED, "call " + op.number(), "%s", words);
    }
}
