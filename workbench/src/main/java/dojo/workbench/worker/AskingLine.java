package dojo.workbench.worker;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the learner's line that makes a request, on the thread that makes it.
 *
 * <p>Further pages and retries of a client that does not wait are asked for by threads of the SDK; they belong to the line
 * that asked before them, or to the one that waits. What a check asks for itself belongs to nobody. Thread-safe.
 */
final class AskingLine implements Supplier<Optional<String>> {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final LearnerFrames frames;
    private final Thread runner;
    private final Function<StackTraceElement, Optional<String>> words;
    private volatile Optional<String> last = Optional.empty();

    /**
     * A finder.
     *
     * @param runner the thread that runs the checks
     * @param words what to call a line of the learner's; empty for any other
     */
    AskingLine(LearnerFrames frames, Thread runner, Function<StackTraceElement, Optional<String>> words) {
        this.frames = frames;
        this.runner = runner;
        this.words = words;
    }

    @Override
    public Optional<String> get() {
        Seen seen = WALKER.walk(this::look);
        if (seen.line().isPresent() || seen.check()) {
            last = seen.line();
        } else if (last.isEmpty()) {
            return Stream.of(runner.getStackTrace())
                    .map(words)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return last;
    }

    /** @param check whether the exercise's own code is on the stack, but no line of the learner */
    private record Seen(Optional<String> line, boolean check) {}

    /** Frames cost time as far as they are looked at: the learner's are near, and below JUnit's there are none. */
    private Seen look(Stream<StackFrame> stack) {
        boolean check = false;
        for (Iterator<StackFrame> rest = stack.iterator(); rest.hasNext(); ) {
            StackFrame frame = rest.next();
            if (frame.getClassName().startsWith("org.junit.")) {
                break;
            }
            if (frames.isOfExercise(frame.getClassName())) {
                Optional<String> line = words.apply(frame.toStackTraceElement());
                if (line.isPresent()) {
                    return new Seen(line, false);
                }
                check = true;
            }
        }
        return new Seen(Optional.empty(), check);
    }
}
