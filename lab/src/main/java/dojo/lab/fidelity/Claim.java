package dojo.lab.fidelity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.Comparator;

/**
 * One thing that the lab claims about the real service.
 *
 * @param law the law that relies on it
 * @param level how well founded it is
 * @param says the claim
 * @param source the address of the page that says so; empty where nobody does
 * @param where the class or member that carries the label
 */
public record Claim(String law, Level level, String says, String source, String where) {

    /** Best founded first. */
    static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::level).thenComparing(Claim::says).thenComparing(Claim::source);

    static Claim of(Fidelity label, String law, String where) {
        return new Claim(law, label.level(), label.says(), label.source(), where);
    }

    /** The level in words. */
    public String levelInWords() {
        return inWords(level);
    }

    static String inWords(Level level) {
        return switch (level) {
            case DOCUMENTED -> "documented";
            case PAPER -> "from a paper";
            case OUR_MODEL -> "our model";
            case NOT_MODELLED -> "not modelled";
        };
    }
}
