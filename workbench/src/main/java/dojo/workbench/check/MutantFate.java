package dojo.workbench.check;

import dojo.workbench.mutant.Mutant;

/**
 * What became of one change to the requests of an answer.
 *
 * @param by the check that noticed, or why the run did not end; empty if nobody did
 * @param sameAnswers whether every request was answered as without the change, so that no check could notice
 */
public record MutantFate(Mutant mutant, Ending ending, String by, boolean sameAnswers) {

    /** How a run ends in which requests are changed. */
    public enum Ending {
        /** A check failed, or the run did not come to its end. */
        REJECTED,
        /** All checks passed. */
        SURVIVED,
        /** DynamoDB refuses such a request, whoever sends it: there was nothing to notice. */
        INVALID,
        /** The changed line was not reached again; it depends on chance. */
        UNREACHED
    }

    /** Whether it counts: whether somebody could have noticed something. */
    public boolean counts() {
        return ending == Ending.REJECTED || ending == Ending.SURVIVED;
    }
}
