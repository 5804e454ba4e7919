package dojo.session.chaos;

import dojo.session.Append.Reason;
import dojo.session.chaos.Evidence.Opening;
import dojo.session.chaos.History.Look;
import dojo.session.chaos.Violation.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A session is there from its opening to its end, once; what is over stays over. */
record LifeRules(Evidence evidence, Complaints complaints) {

    void check() {
        Map<Long, String> owners = new HashMap<>();
        for (Op op : evidence.history.ops()) {
            if (op.said() instanceof Said.Stored stored) {
                open(op, stored.last().epoch());
            } else if (op.said() instanceof Said.Shown shown) {
                alive(op, shown);
            } else if (op.said() instanceof Said.Absent
                    || (op.said() instanceof Said.Closed closed && closed.reason() == Reason.ABSENT)) {
                absent(op);
            } else if (op.said() instanceof Said.Fresh fresh) {
                rises(op, fresh.start().epoch());
            } else if (op.said() instanceof Said.Opened opened) {
                opened(op, opened, owners);
            }
        }
        evidence.history.looks().forEach(this::head);
    }

    private void open(Op op, long epoch) {
        for (Opening later : evidence.openings) {
            if (later.isRestart() && later.epoch() > epoch && later.op().before(op) && !reclaimed(epoch, later.op())) {
                complaints.add(
                        Kind.REVIVED,
                        "log " + epoch,
                        "call %d stored a turn in it, after call %d had closed it by a restart",
                        op.number(),
                        later.op().number());
            }
        }
        if (!op.span().earliest().isBefore(evidence.lives.over(epoch))) {
            complaints.add(
                    Kind.REVIVED,
                    "log " + epoch,
                    "call %d stored a turn in it at %s by the clock of its caller, after its end at %s",
                    op.number(),
                    op.span().earliest(),
                    evidence.lives.over(epoch));
        }
    }

    /** Whether the log may have been taken for expired by then; a restart closes the log it ends and no earlier one. */
    private boolean reclaimed(long epoch, Op by) {
        Instant end = evidence.lives.until(epoch, by.span().begun());
        return end.equals(Instant.MIN) || !by.span().to().plus(Checker.SKEW).isBefore(end);
    }

    private void alive(Op op, Said.Shown shown) {
        if (!shown.expiresAt().isAfter(op.span().earliest())) {
            complaints.add(
                    Kind.REVIVED,
                    "log " + shown.tail().epoch(),
                    "call %d was shown it at %s by its clock, after its end at %s",
                    op.number(),
                    op.span().earliest(),
                    shown.expiresAt());
        }
        if (!op.span().earliest().isBefore(evidence.lives.over(shown.tail().epoch()))) {
            complaints.add(
                    Kind.REVIVED,
                    "log " + shown.tail().epoch(),
                    "call %d was shown it at %s by its clock, after its hard end at %s",
                    op.number(),
                    op.span().earliest(),
                    evidence.lives.over(shown.tail().epoch()));
        }
        boolean strong = op.ask() instanceof Ask.Load load && load.strong();
        for (Opening later : evidence.openings) {
            if (strong && later.epoch() > shown.tail().epoch() && later.op().before(op)) {
                complaints.add(
                        Kind.REVIVED,
                        "log " + shown.tail().epoch(),
                        "call %d was shown it, after call %d had opened log %d",
                        op.number(),
                        later.op().number(),
                        later.epoch());
            }
        }
    }

    private void absent(Op op) {
        if (op.ask() instanceof Ask.Load load && !load.strong()) {
            return;
        }
        for (Opening opening : evidence.openings) {
            Instant until = evidence.lives.until(opening.epoch(), op.span().begun());
            if (opening.op().before(op) && op.span().latest().isBefore(until)) {
                complaints.add(
                        Kind.VANISHED,
                        "log " + opening.epoch(),
                        "call %d found no session, but call %d had opened it, until %s",
                        op.number(),
                        opening.op().number(),
                        until);
            }
        }
    }

    private void opened(Op op, Said.Opened opened, Map<Long, String> owners) {
        String request = ((Ask.Create) op.ask()).wish().requestId();
        String owner = owners.putIfAbsent(opened.start().epoch(), request);
        if (owner != null && !owner.equals(request)) {
            complaints.add(
                    Kind.OPENED_TWICE,
                    "log " + opened.start().epoch(),
                    "requests %s and %s were both told that they had opened it",
                    owner,
                    request);
        }
        if (opened.how().equals("AlreadyThere")) {
            return;
        }
        rises(op, opened.start().epoch());
        for (Opening other : evidence.openings) {
            Instant until = evidence.lives.until(other.epoch(), op.span().begun());
            if (other.op().before(op) && op.span().latest().isBefore(until)) {
                complaints.add(
                        Kind.VANISHED,
                        "log " + other.epoch(),
                        "call %d opened the session anew, but call %d had opened it, until %s",
                        op.number(),
                        other.op().number(),
                        until);
            }
        }
    }

    private void rises(Op op, long epoch) {
        for (Opening other : evidence.openings) {
            if (other.op().before(op) && other.epoch() >= epoch) {
                complaints.add(
                        Kind.BACKWARDS,
                        "log " + epoch,
                        "call %d opened it, after call %d had opened log %d",
                        op.number(),
                        other.op().number(),
                        other.epoch());
            }
        }
    }

    private void head(Look look) {
        for (Opening opening : evidence.openings) {
            boolean alive = look.time().isBefore(evidence.lives.until(opening.epoch(), look.at()));
            if (opening.op().span().ended() > look.at() || !alive) {
                continue;
            }
            if (look.stored().head().isEmpty()) {
                complaints.add(
                        Kind.ACKNOWLEDGED_BUT_MISSING,
                        "log " + opening.epoch(),
                        "call %d opened it, and the table at %s has no head",
                        opening.op().number(),
                        look.time());
            } else if (look.stored().head().get().epoch() < opening.epoch()) {
                complaints.add(
                        Kind.REVIVED,
                        "log " + look.stored().head().get().epoch(),
                        "the table at %s has it, after call %d had opened log %d",
                        look.time(),
                        opening.op().number(),
                        opening.epoch());
            }
        }
    }
}
