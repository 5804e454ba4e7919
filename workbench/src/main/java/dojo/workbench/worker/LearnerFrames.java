package dojo.workbench.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the learner's own lines in stack traces. Immutable. */
final class LearnerFrames {
    private static final int DEEPEST_CAUSE = 20;

    private final String packagePrefix;
    private final Map<String, String> paths;

    /**
     * Frames of one exercise.
     *
     * @param paths file name of a learner's file to the path that the learner knows it by
     */
    LearnerFrames(String packageName, Map<String, String> paths) {
        packagePrefix = packageName + ".";
        this.paths = Map.copyOf(paths);
    }

    /** The learner's line nearest to the root of the failure, as {@code path:line}. */
    Optional<String> of(Throwable failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable t = failure; t != null && causes.size() < DEEPEST_CAUSE; t = t.getCause()) {
            causes.push(t);
        }
        return causes.stream()
                .map(cause -> of(cause.getStackTrace()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The learner's line that threw this failure, or what is behind it, by hand; not one that was refused or tripped. */
    Optional<String> throwing(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable t = failure; t != null && causes.size() < DEEPEST_CAUSE; t = t.getCause()) {
            causes.add(t);
        }
        return causes.stream()
                .filter(cause -> !(cause instanceof NullPointerException
                        || cause instanceof ClassCastException
                        || cause instanceof IndexOutOfBoundsException
                        || cause instanceof ArithmeticException
                        || cause instanceof VirtualMachineError))
                .flatMap(cause -> Stream.of(cause.getStackTrace()).limit(1))
                .map(this::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The innermost learner's line of a stack. */
    Optional<String> of(StackTraceElement[] stack) {
        return Stream.of(stack).map(this::of).flatMap(Optional::stream).findFirst();
    }

    /** The line, if it is the learner's. */
    Optional<String> of(StackTraceElement frame) {
        String path = frame.getFileName() == null ? null : paths.get(frame.getFileName());
        return path != null && isOfExercise(frame.getClassName()) && frame.getLineNumber() > 0
                ? Optional.of(path + ":" + frame.getLineNumber())
                : Optional.empty();
    }

    /** The class and method, such as {@code TurnLog.append}, if the line is the learner's. */
    Optional<String> site(StackTraceElement frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        String method = frame.getMethodName()
                .replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1")
                .replace("<init>", "new");
        return of(frame).map(line -> type.replaceFirst("\\$.*", "") + "." + method);
    }

    /** Whether the class is the learner's, or stands beside it: a given type, a check. */
    boolean isOfExercise(String className) {
        return className.startsWith(packagePrefix);
    }
}
