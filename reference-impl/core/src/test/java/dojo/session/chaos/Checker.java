package dojo.session.chaos;

import java.util.List;

/**
 * Finds what a history shows to be wrong.
 *
 * <p>It knows the promises of the memory and nothing of how it keeps them: a log takes turns at its end only; what was
 * acknowledged stays; who asks after an answer must not be told less than it; a turn stands in one place; what is over
 * stays over. Calls that overlapped may have had their effect in any order, and a call without an answer may have had
 * one or none. Clocks may differ by {@link #SKEW}; each caller is held to its own.
 */
final class Checker {
    /** How far clocks may be off. */
    static final java.time.Duration SKEW = java.time.Duration.ofSeconds(5);

    private Checker() {}

    /**
     * What a check found.
     *
     * @param staleReads eventually consistent answers that lagged behind, as they may
     */
    record Verdict(List<Violation> violations, long staleReads) {}

    static List<Violation> check(History history) {
        return judge(history).violations();
    }

    static Verdict judge(History history) {
        Evidence evidence = new Evidence(history);
        Complaints complaints = new Complaints();
        new PlaceRules(evidence, complaints).check();
        new OrderRules(evidence, complaints).check();
        long staleReads = new FreshnessRules(evidence, complaints).check();
        new SurvivalRules(evidence, complaints).check();
        new AnswerRules(evidence, complaints).check();
        new LifeRules(evidence, complaints).check();
        return new Verdict(complaints.list(), staleReads);
    }
}
