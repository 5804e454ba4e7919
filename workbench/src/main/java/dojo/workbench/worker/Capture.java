package dojo.workbench.worker;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the learner's code prints, check by check; the streams are put back after each, whoever replaced them. */
final class Capture {
    private static final int KEPT = 65_536;

    private final CappedOutput kept = new CappedOutput(KEPT);
    private final PrintStream stream = new PrintStream(kept, true, StandardCharsets.UTF_8);

    void begin() {
        System.setOut(stream);
        System.setErr(stream);
        kept.take(StandardCharsets.UTF_8);
    }

    String end() {
        String text = kept.take(StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        return text;
    }

    /** What was printed so far by a check that is still running. */
    String sofar() {
        return kept.text(StandardCharsets.UTF_8);
    }
}
