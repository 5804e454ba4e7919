package dojo.book.fact;

/**
 * A number that the book prints by its name.
 *
 * @param name such as {@code partition.write-units}
 * @param number in the unit
 * @param unit what is counted
 * @param says one sentence that holds the number
 * @param basis how it is known
 * @param source the address of the page that says so; empty for a model of ours
 * @param read when that page was read, or the constant was compiled
 */
public record Fact(String name, double number, String unit, String says, Basis basis, String source, String read) {

    /** How a number is known that no test measured. */
    public enum Basis {
        DOCUMENTED("documented", "documented"),
        PAPER("from-paper", "from a paper"),
        RULE("by-rule", "by the documented rule"),
        MODEL("by-model", "our model");

        private final String role;
        private final String badge;

        Basis(String role, String badge) {
            this.role = role;
            this.badge = badge;
        }

        /** The class that a style sheet knows. */
        public String role() {
            return role;
        }

        /** In words. */
        public String badge() {
            return badge;
        }
    }

    /** Where in the book it is explained. */
    public String id() {
        return "fact-" + name.replace('.', '-');
    }

    /** The number as it is printed. */
    public String text() {
        return Numbers.text(number, 6);
    }
}
