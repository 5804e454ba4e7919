package dojo.workbench.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a check says about a submission. Immutable. */
public sealed interface Verdict {

    Graded graded();

    /** The stable word of the command line's JSON: {@code passes}, {@code not_started}, … */
    String word();

    /** Why it does not pass, in sentences; empty when it passes. */
    String message();

    default boolean passed() {
        return this instanceof Passes;
    }

    /** Every check passed, the bill within par included. */
    record Passes(Graded graded) implements Verdict {
        @Override
        public String word() {
            return "passes";
        }

        @Override
        public String message() {
            return "";
        }
    }

    /** At least one check failed; {@code first} is the first of them in author order. */
    record Fails(Graded graded, CheckResult first) implements Verdict {
        @Override
        public String word() {
            return "fails";
        }

        @Override
        public String message() {
            return first.message();
        }
    }

    /**
     * The submitted files are the starter's, line ends aside (or nothing was answered yet), and do not pass.
     *
     * <p>A starter that passes is {@link Passes}: the gate's business, not the learner's.
     */
    record NotStarted(Graded graded, Optional<CheckResult> first, String message) implements Verdict {
        @Override
        public String word() {
            return "not_started";
        }
    }

    /** The compiler refused; {@code signatureChanged} when it refused only the checks, not the learner's files. */
    record DoesNotCompile(Graded graded, List<CompileProblem> problems, boolean signatureChanged, String message)
            implements Verdict {
        public DoesNotCompile {
            problems = List.copyOf(problems);
        }

        @Override
        public String word() {
            return "does_not_compile";
        }
    }

    /** The limit passed; the worker was killed. {@code where} is the learner's line that was running. */
    record TimedOut(Graded graded, Duration limit, Optional<String> where, String output, String message)
            implements Verdict {
        @Override
        public String word() {
            return "timed_out";
        }
    }

    /** The worker process ended before the checks did: {@code System.exit}, memory exhausted, a native crash. */
    record Crashed(Graded graded, String output, String message) implements Verdict {
        @Override
        public String word() {
            return "crashed";
        }
    }
}
