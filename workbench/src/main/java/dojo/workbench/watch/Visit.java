package dojo.workbench.watch;

import java.util.HashSet;
import java.util.Set;

/**
 * What happened since the learner came to this exercise.
 *
 * @param edited whether a file was changed
 * @param untried whether a file was changed since a failure was last counted: asking again is no other try
 * @param longEnough whether the learner has been here long enough to be offered the answer
 * @param secondsLeft until the view goes on by itself; 0 if it does not
 * @param told which hints about a run were given
 */
record Visit(boolean edited, boolean untried, boolean longEnough, int secondsLeft, Set<String> told) {
    static final Visit NEW = new Visit(false, false, false, 0, Set.of());

    Visit {
        told = Set.copyOf(told);
    }

    Visit touched() {
        return new Visit(true, true, longEnough, 0, told);
    }

    Visit tried() {
        return new Visit(edited, false, longEnough, secondsLeft, told);
    }

    Visit stayed() {
        return new Visit(edited, untried, true, secondsLeft, told);
    }

    Visit counting(int seconds) {
        return new Visit(edited, untried, longEnough, seconds, told);
    }

    Visit told(String term) {
        Set<String> more = new HashSet<>(told);
        more.add(term);
        return new Visit(edited, untried, longEnough, secondsLeft, more);
    }
}
