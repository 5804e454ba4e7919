package dojo.lab.junit;

import dojo.lab.Lab;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a learner said would happen, before it happens; a test takes one and asks it {@link #of} each question.
 *
 * <p>A failing test that asked leaves its requests and its bill out of the report: they are what is to be found out.
 * Not thread-safe.
 */
public final class Predictions {
    private final Answers answers;
    private final Lab lab;
    private final Map<String, String> report = new LinkedHashMap<>();

    Predictions(Answers answers, Lab lab) {
        this.answers = answers;
        this.lab = lab;
    }

    /** The prediction to the question of that name, as the README has it. */
    public Prediction of(String question) {
        report.put("dojo.question", question);
        return new Prediction(question, answers, lab, report);
    }

    /** Whether the test asked for one. */
    boolean used() {
        return !report.isEmpty();
    }

    /** For the workbench: which question was judged and, once it was right, what to show and what has a name. */
    Map<String, String> report() {
        return report;
    }
}
