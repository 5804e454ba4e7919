package dojo.book;

import java.util.List;
import java.util.Locale;

/**
 * What one exhibit left behind when it passed.
 *
 * @param id family and step of the ladder, such as {@code append-01}
 * @param testClass the binary name of the test that wrote it
 * @param claim the sentence it demonstrates
 * @param values what it recorded, in the order of recording
 * @param series what it recorded to be drawn
 */
record ExhibitRecord(String id, String testClass, String claim, List<Value> values, List<Series> series) {

    /** One that recorded nothing to be drawn. */
    ExhibitRecord(String id, String testClass, String claim, List<Value> values) {
        this(id, testClass, claim, values, List.of());
    }

    /** Where a number comes from; nothing computed is called measured. */
    enum Basis {
        LOCAL("M", "measured", "measured on DynamoDB Local"),
        RULE("R", "by-rule", "by the documented rule"),
        MODEL("O", "by-model", "by our model");

        private final String letter;
        private final String role;
        private final String badge;

        Basis(String letter, String role, String badge) {
            this.letter = letter;
            this.role = role;
            this.badge = badge;
        }

        /** What is printed beside the number, for those who see no colour. */
        String letter() {
            return letter;
        }

        String role() {
            return role;
        }

        String badge() {
            return badge;
        }

        static Basis named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** One recorded number or word. */
    record Value(String name, String text, Basis basis) {}

    /** The verdict of the class name in words: {@code Append_02_PositionIsTheLock} is "Position is the lock". */
    String verdict() {
        String words = testClass
                .substring(testClass.lastIndexOf('_') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return spelled(words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT));
    }

    /** The exhibits on one ladder share the first word of their ids. */
    String family() {
        return id.substring(0, id.indexOf('-'));
    }

    /** The family in words. */
    String ladder() {
        return step().replaceAll(" \\d+$", "");
    }

    /** The step of its ladder: {@code append-02} is "Append 02". */
    String step() {
        return spelled(Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' '));
    }

    private static String spelled(String words) {
        return words.replace("Ttl", "TTL")
                .replace("Daxes", "DAX")
                .replace("Mrsc", "MRSC")
                .replace("Partiql", "PartiQL");
    }

    String sourceFile() {
        return "docs/src/test/java/" + testClass.replace('.', '/') + ".java";
    }

    /** The attribute under which the book prints a value. */
    String attribute(Value value) {
        return id + "-" + value.name();
    }
}
