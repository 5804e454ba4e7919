package dojo.workbench.worker;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.opentest4j.ValueWrapper;

/** Why a check failed, in sentences: never a stack trace. */
final class FailureWords {
    private static final Pattern FRAME =
            Pattern.compile("\\s*(at [\\w.$/<>@-]+\\(.*\\)|\\.\\.\\. \\d+ (more|common frames omitted))\"?\\s*");
    /** What the SDK appends to every message. */
    private static final Pattern SDK_NOISE =
            Pattern.compile(" \\(Service: [^()]*, Request ID: [^()]*\\)( \\(SDK Attempt Count: \\d+\\))?");

    private static final int LONGEST = 4_000;

    private FailureWords() {}

    /** The sentence for a failure. */
    static String of(Throwable failure) {
        String text = withoutFrames(words(failure));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " … (shortened)";
    }

    /** What the check wanted, where the failure says so. */
    static Optional<String> expected(Throwable failure) {
        return failure instanceof AssertionFailedError error && error.isExpectedDefined()
                ? text(error.getExpected())
                : Optional.empty();
    }

    /** What it got, where the failure says so. */
    static Optional<String> actual(Throwable failure) {
        return failure instanceof AssertionFailedError error && error.isActualDefined()
                ? text(error.getActual())
                : Optional.empty();
    }

    private static Optional<String> text(ValueWrapper value) {
        String text = value.getEphemeralValue() instanceof Collection<?> elements && needsLines(elements)
                ? elements.stream().map(String::valueOf).collect(Collectors.joining(",\n ", "[", "]"))
                : value.getStringRepresentation();
        return Optional.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …");
    }

    /** Where elements have commas of their own, only a line of its own tells an element from the next. */
    private static boolean needsLines(Collection<?> elements) {
        List<String> texts = elements.stream().map(String::valueOf).toList();
        return texts.size() > 1
                && texts.stream().anyMatch(text -> text.contains(", "))
                && texts.stream().noneMatch(text -> text.contains("\n"));
    }

    private static String words(Throwable failure) {
        if (failure instanceof AssertionError) {
            return message(failure).orElse("The check failed without a message.");
        }
        if (failure instanceof TestAbortedException) {
            return "The check gave up: " + message(failure).orElse("it did not say why.");
        }
        if (failure instanceof StackOverflowError) {
            return "Your code calls itself without end (StackOverflowError); which call should be the last?";
        }
        if (failure instanceof ExceptionInInitializerError && failure.getCause() != null) {
            return "A static initialiser of yours threw an exception, so its class cannot be used: "
                    + words(failure.getCause());
        }
        if (failure instanceof NoClassDefFoundError) {
            return "A class of yours cannot be used, because its static initialiser failed before: "
                    + message(failure).orElse("it did not say why");
        }
        return SdkWords.of(failure).orElseGet(() -> thrown(failure));
    }

    private static String thrown(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        String said = message(failure).map(text -> ": " + text).orElse(", without a message.");
        Throwable cause = failure.getCause();
        String root = cause == null
                ? ""
                : SdkWords.of(cause).map(text -> " Behind it: " + text).orElse("");
        return "Your code threw " + name + said + root;
    }

    private static Optional<String> message(Throwable failure) {
        try {
            return Optional.ofNullable(failure.getMessage()).map(String::strip).filter(text -> !text.isEmpty());
        } catch (RuntimeException e) {
            return Optional.of("an exception whose message cannot be read");
        }
    }

    private static String withoutFrames(String text) {
        return text.lines()
                .filter(line -> !FRAME.matcher(line).matches())
                .map(line -> SDK_NOISE.matcher(line).replaceAll(""))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
