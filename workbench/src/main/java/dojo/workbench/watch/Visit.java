package dojo.workbench.watch;

/**
 * What happened since the learner came to this exercise.
 *
 * @param edited whether a file was changed
 * @param untried whether a file was changed since a failure was last counted: asking again is no other try
 * @param longEnough whether the learner has been here long enough to be offered the answer
 * @param secondsLeft until the view goes on by itself; 0 if it does not
 */
record Visit(boolean edited, boolean untried, boolean longEnough, int secondsLeft) {
    static final Visit NEW = new Visit(false, false, false, 0);

    Visit touched() {
        return new Visit(true, true, longEnough, 0);
    }

    Visit tried() {
        return new Visit(edited, false, longEnough, secondsLeft);
    }

    Visit stayed() {
        return new Visit(edited, untried, true, secondsLeft);
    }

    Visit counting(int seconds) {
        return new Visit(edited, untried, longEnough, seconds);
    }
}
