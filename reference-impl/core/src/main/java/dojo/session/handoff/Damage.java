package dojo.session.handoff;

import dojo.session.handoff.Problem.Kind;

/** Carries a {@link Problem} from where it is found to where it becomes an answer. */
final class Damage extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Damage(Kind kind, long line, String what) {
        super(what, null, false, false);
        this.problem = new Problem(kind, line, what);
    }

    Problem problem() {
        return problem;
    }
}
