package dojo.lab.junit;

import dojo.lab.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Asks one design the same questions at 1, 10 and 100 times the data, and keeps what each answer cost.
 *
 * <p>Loading is on no bill. A question is flat if it costs no more than twice as much for a hundred times the data:
 * units are rounded, ids get longer, and nothing that reads what it need not stays below that. Not thread-safe.
 */
public final class Growth {

    /** How many times the data there is. */
    public static final List<Integer> SIZES = List.of(1, 10, 100);

    private final Lab lab;
    private final Consumer<CreateTableRequest.Builder> shape;
    private final IntFunction<List<Map<String, AttributeValue>>> data;
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final GrowthGrid grid = new GrowthGrid();
    private Optional<AssertionFailedError> refused = Optional.empty();
    private Optional<AssertionFailedError> wrong = Optional.empty();
    private boolean measured;

    private Growth(
            Lab lab, Consumer<CreateTableRequest.Builder> shape, IntFunction<List<Map<String, AttributeValue>>> data) {
        this.lab = lab;
        this.shape = shape;
        this.data = data;
    }

    /**
     * A design: the table, and all items at a size.
     *
     * @param shape declares keys and indexes; name and billing mode are set before
     */
    public static Growth of(
            Lab lab, Consumer<CreateTableRequest.Builder> shape, IntFunction<List<Map<String, AttributeValue>>> data) {
        return new Growth(lab, shape, data);
    }

    /** Something that is asked of the table; in words, so that two answers can be compared by eye. */
    @FunctionalInterface
    public interface Question {
        String ask(DynamoDbClient ddb, String table);
    }

    private record Pattern(IntFunction<String> expected, Question question) {}

    /** Adds an access pattern: what it must answer at each size, and how it is asked. */
    public Growth pattern(String name, IntFunction<String> expected, Question question) {
        patterns.put(name, new Pattern(expected, question));
        return this;
    }

    /** The table of the design with the items of that size; close it to drop it. */
    public Design open(int size) {
        return Design.create(lab, shape, data.apply(size));
    }

    /** Fails if DynamoDB does not take the table. */
    public void assertThatTheTableFits() {
        Design.create(lab, shape, List.of()).close();
    }

    /** Fails if DynamoDB does not take an item, or if two items share a key. */
    public void assertThatEverythingFits() {
        measure();
        refused.ifPresent(Growth::fail);
    }

    /** Fails by the first answer that is not as expected, and shows the grid. */
    public void assertThatAnswersAreRight(TestReporter reporter) {
        measure();
        refused.ifPresent(Growth::fail);
        if (wrong.isPresent()) {
            reporter.publishEntry("dojo.exhibit", grid.toString());
            fail(wrong.get());
        }
    }

    /** Fails if something costs more the more there is, and shows the grid whatever comes of it. */
    public void assertThatNothingGrows(TestReporter reporter) {
        measure();
        refused.ifPresent(Growth::fail);
        reporter.publishEntry("dojo.exhibit", grid.toString());
        List<String> growing = grid.growing();
        if (!growing.isEmpty()) {
            throw new AssertionFailedError("The answers are right, and the price of " + String.join(" and of ", growing)
                    + " grows with the data. What is read there that is not asked for?");
        }
    }

    private static void fail(AssertionFailedError failure) {
        throw new AssertionFailedError(
                failure.getMessage(),
                failure.isExpectedDefined() ? failure.getExpected().getValue() : null,
                failure.isActualDefined() ? failure.getActual().getValue() : null);
    }

    private void measure() {
        if (measured) {
            return;
        }
        measured = true;
        for (int size : SIZES) {
            try (Design design = open(size)) {
                grid.items(design);
                patterns.forEach((name, pattern) -> ask(name, pattern, design, size));
            } catch (Design.Misfit misfit) {
                refused = Optional.of(misfit);
                return;
            }
        }
    }

    private void ask(String name, Pattern pattern, Design design, int size) {
        int mark = lab.meter().mark();
        String expected = pattern.expected().apply(size);
        String answer = answer(pattern.question(), design);
        boolean right = answer.equals(expected);
        grid.asked(name, lab.meter().billSince(mark).readUnits(), right);
        if (!right && wrong.isEmpty()) {
            wrong = Optional.of(new AssertionFailedError(
                    "At " + size + "x the data, " + name + " does not find what it looks for.", expected, answer));
        }
    }

    private String answer(Question question, Design design) {
        try {
            return question.ask(lab.client(), design.name());
        } catch (DynamoDbException refusal) {
            return "refused: "
                    + Optional.ofNullable(refusal.awsErrorDetails())
                            .map(details -> details.errorCode() + ", " + details.errorMessage())
                            .orElse(String.valueOf(refusal.getMessage()));
        }
    }
}
