package dojo.lab.junit;

import org.opentest4j.AssertionFailedError;

/** Another number was predicted than measured; says which belief leads there, and never the right number. */
public final class PredictionMissed extends AssertionFailedError {

    private static final long serialVersionUID = 1;

    PredictionMissed(String sentence, String predicted) {
        super(sentence, null, predicted);
    }

    @Override
    public boolean isExpectedDefined() {
        return false; // It is what the learner is to find out.
    }
}
