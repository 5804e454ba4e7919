package dojo.exhibits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes down what one exhibit measured, once its assertions held.
 *
 * <p>The class name is the verdict ({@code Append_02_PositionIsTheLock}); family and step make the id under which the
 * book prints a value: {@code {append-02-items}}. A failed exhibit leaves no record, so the book cannot print it.
 */
public final class Exhibit implements AfterTestExecutionCallback {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "exhibits");
    private static final Pattern LADDER = Pattern.compile("([A-Z][a-z]+)_(\\d\\d)_[A-Z]\\w+");

    private final String claim;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Exhibit(String claim) {
        this.claim = claim;
    }

    /** The sentence that the exhibit demonstrates, in the words of the book. */
    public static Exhibit claiming(String sentence) {
        return new Exhibit(sentence);
    }

    /** Records what DynamoDB Local did or reported. */
    public void measured(String name, double value) {
        values.put("local." + name, plain(value));
    }

    /** Records what DynamoDB Local answered in words, such as the name of an error. */
    public void measured(String name, String value) {
        values.put("local." + name, value);
    }

    /** Records what our bill computed by the rules that AWS documents. */
    public void byRule(String name, double value) {
        values.put("rule." + name, plain(value));
    }

    /** Records what the lab's laws produced: a model of the service, not the service. */
    public void modelled(String name, double value) {
        values.put("model." + name, plain(value));
    }

    /** Records what the lab answered in words, by its model of the service. */
    public void modelled(String name, String value) {
        values.put("model." + name, value);
    }

    /** Records in words what follows from the rules that AWS documents. */
    public void byRule(String name, String value) {
        values.put("rule." + name, value);
    }

    /** Records numbers to be drawn that DynamoDB Local reported. */
    public void measured(Plot plot) {
        values.putAll(plot.record("local"));
    }

    /** Records numbers to be drawn that our bill computed. */
    public void byRule(Plot plot) {
        values.putAll(plot.record("rule"));
    }

    /** Records numbers to be drawn that the lab's laws produced. */
    public void modelled(Plot plot) {
        values.putAll(plot.record("model"));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            return;
        }
        Class<?> test = context.getRequiredTestClass();
        var lines = new StringBuilder("test=" + test.getName() + "\nclaim=" + claim + "\n");
        values.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(id(test.getSimpleName()) + ".properties"), lines);
    }

    /** {@code append-02} for {@code Append_02_PositionIsTheLock}. */
    static String id(String className) {
        Matcher ladder = LADDER.matcher(className);
        if (!ladder.matches()) {
            throw new IllegalArgumentException(
                    className + " is no exhibit; name it Family_NN_TheVerdict, as Append_02_PositionIsTheLock");
        }
        return ladder.group(1).toLowerCase(Locale.ROOT) + "-" + ladder.group(2);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : String.valueOf(value);
    }
}
