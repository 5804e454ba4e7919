package dojo.workbench.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What became of one snippet. */
sealed interface Outcome {

    /** Whether a script should count it as a failure. */
    default boolean failed() {
        return false;
    }

    /** It has a value; {@code name} is the variable that holds it. */
    record Value(String name, String text) implements Outcome {}

    /** It has a value of DynamoDB's, which {@link dojo.workbench.shell.view.ResultView} draws; it is kept by number. */
    record Shown(String name, JsonNode value, int number) implements Outcome {}

    /** A method, class, import or variable is there now; {@code what} says so, empty when it goes without saying. */
    record Defined(String what) implements Outcome {}

    /** The compiler refused it. */
    record Rejected(List<Problem> problems) implements Outcome {
        public Rejected {
            problems = List.copyOf(problems);
        }

        @Override
        public boolean failed() {
            return true;
        }
    }

    /** One refusal: the compiler's words, the line of the snippet, and the columns in it that are meant. */
    record Problem(String message, String line, int from, int to) {}

    /** It threw: the class name without its package, and the message. */
    record Threw(String type, String message) implements Outcome {
        @Override
        public boolean failed() {
            return true;
        }
    }

    /** Ctrl-C. */
    record Stopped() implements Outcome {
        @Override
        public boolean failed() {
            return true;
        }
    }

    /** The process it ran in is gone, and with it every definition. */
    record Lost(String why) implements Outcome {
        @Override
        public boolean failed() {
            return true;
        }
    }
}
