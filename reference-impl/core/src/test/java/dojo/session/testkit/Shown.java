package dojo.session.testkit;

import dojo.session.Append;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Transcript;
import org.jspecify.annotations.Nullable;

/** What two memories have to agree on in an answer: all but bills and positions. */
final class Shown {
    private Shown() {}

    static @Nullable Position position(Object answer) {
        if (answer instanceof Append.Conflict conflict) {
            return conflict.tail();
        }
        if (answer instanceof Append.Partly partly) {
            return partly.tail();
        }
        if (answer instanceof Restarted.Fresh fresh) {
            return fresh.position();
        }
        if (answer instanceof Loaded.Found found) {
            return found.context().tail();
        }
        if (!(answer instanceof Append) && !(answer instanceof Created)) {
            return null;
        }
        try {
            return answer instanceof Append append ? append.positionOrThrow() : ((Created) answer).positionOrThrow();
        } catch (IllegalStateException none) {
            return null;
        }
    }

    /** All that an answer says but bills and positions. */
    static String of(Object answer) {
        String name = answer.getClass().getSimpleName();
        if (answer instanceof Append.Conflict conflict) {
            return name + " " + conflict.occupant();
        }
        if (answer instanceof Append.Partly partly) {
            return name + " " + partly.stored();
        }
        if (answer instanceof Append.Closed closed) {
            return name + " " + closed.reason();
        }
        if (answer instanceof Created.Live live) {
            return name + " " + live.expiresAt();
        }
        if (answer instanceof Created.Spent spent) {
            return name + " " + spent.expiredAt();
        }
        if (answer instanceof Stored.Gap gap) {
            return name + " " + gap.from();
        }
        if (answer instanceof Stored.AlreadyThere there) {
            return name + " " + summary(there.summary());
        }
        if (answer instanceof Stored.Mismatch there) {
            return name + " " + summary(there.summary());
        }
        if (answer instanceof Stored.Overlap overlap) {
            return name + " " + summary(overlap.latest());
        }
        if (answer instanceof Transcript.Part part) {
            return name + " " + part.turns() + " " + part.more();
        }
        if (answer instanceof Loaded.Found found) {
            var context = found.context();
            return name + " " + context.customer() + context.createdAt() + context.expiresAt()
                    + context.summary().map(Shown::summary) + context.turns() + context.cut();
        }
        return name;
    }

    private static String summary(Summary summary) {
        return summary.from() + "-" + summary.to() + " " + summary.text() + " " + summary.at() + " "
                + summary.origin().map(Summary.Origin::inputs);
    }
}
