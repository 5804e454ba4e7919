package dojo.session.chaos;

import dojo.session.NewSession;
import dojo.session.Scope;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.Raw.Where;
import java.util.List;

/** What a caller asked of the memory. */
sealed interface Ask {

    private static String said(Turn turn) {
        String text = turn.text();
        return turn.id() + " \"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }

    /** The turns that this may store. */
    default List<Turn> turns() {
        return List.of();
    }

    record Create(NewSession wish) implements Ask {
        @Override
        public String toString() {
            return "create, request " + wish.requestId() + " for "
                    + wish.customer().map(Object::toString).orElse("a guest") + ", lasting " + wish.lifetime();
        }
    }

    /** One turn, or several as one. */
    record Append(Where expected, List<Turn> turns) implements Ask {
        Append(Where expected, Turn turn) {
            this(expected, List.of(turn));
        }

        @Override
        public String toString() {
            return "append " + turns.stream().map(turn -> said(turn)).toList() + " after " + expected;
        }
    }

    /** One turn, by a caller without a position. */
    record Once(Turn turn, Scope scope) implements Ask {
        @Override
        public List<Turn> turns() {
            return List.of(turn);
        }

        @Override
        public String toString() {
            return "append " + said(turn) + " once, " + scope;
        }
    }

    /** Oldest first, strongly consistent. */
    record Read(long after, int limit) implements Ask {
        @Override
        public String toString() {
            return "read " + limit + " after " + after;
        }
    }

    record Load(Window window) implements Ask {
        boolean strong() {
            return window.consistency() == Window.Consistency.STRONG;
        }

        @Override
        public String toString() {
            return (strong() ? "load " : "load eventually ") + window.turns();
        }
    }

    record Restart() implements Ask {
        @Override
        public String toString() {
            return "restart";
        }
    }
}
