package dojo.workbench.watch;

import java.util.Optional;

/**
 * What goes on behind the view.
 *
 * @param checking whether the current exercise is being checked
 * @param sweep the check of all exercises, if one is running
 * @param stale whether a file changed after the running check began
 * @param ticket which quiet time counts; each change of a file starts another
 */
record Work(boolean checking, Optional<Sweep> sweep, boolean stale, int ticket) {
    static final Work NONE = new Work(false, Optional.empty(), false, 0);

    /**
     * How far the check of all exercises is.
     *
     * @param last whether it looks at everything once more because the last open exercise was passed
     */
    record Sweep(int done, int all, boolean last) {}

    boolean idle() {
        return !checking && sweep.isEmpty();
    }

    Work checking(boolean now) {
        return new Work(now, sweep, now ? false : stale, ticket);
    }

    Work sweeping(Optional<Sweep> now) {
        return new Work(checking, now, stale, ticket);
    }

    Work outdated() {
        return new Work(checking, sweep, true, ticket);
    }

    Work nextTicket() {
        return new Work(checking, sweep, stale, ticket + 1);
    }
}
