package dojo.workbench.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.bill.Bill;

/** A verdict as one line of JSON, in the stable form of the command line. */
public final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VerdictJson() {}

    /**
     * The object on one line: {@code exercise}, {@code verdict}, {@code checks}, {@code bill}, {@code par},
     * {@code millis} and {@code seed}; {@code bill} is null when no priced check ran, and {@code message} is there when it does not pass.
     */
    public static String of(Verdict verdict) {
        Graded graded = verdict.graded();
        ObjectNode node =
                JSON.createObjectNode().put("exercise", graded.exercise()).put("verdict", verdict.word());
        ArrayNode checks = node.putArray("checks");
        graded.checks().forEach(check -> check(checks.addObject(), check));
        if (graded.bill().isPresent()) {
            bill(node.putObject("bill"), graded.bill().get());
        } else {
            node.putNull("bill");
        }
        bill(node.putObject("par"), graded.par());
        node.putObject("millis")
                .put("compile", graded.millis().compile())
                .put("run", graded.millis().run())
                .put("total", graded.millis().total());
        node.put("seed", graded.seed());
        if (!verdict.passed()) {
            node.put("message", verdict.message());
        }
        return node.toString();
    }

    /** {@code where}, {@code expected}, {@code actual} where they are known; {@code bill} and {@code spent} by line of the learner's. */
    private static void check(ObjectNode node, CheckResult check) {
        node.put("name", check.name())
                .put("passed", check.passed())
                .put("hidden", check.hidden())
                .put("message", check.message());
        check.where().ifPresent(where -> node.put("where", where));
        check.expected().ifPresent(value -> node.put("expected", value));
        check.actual().ifPresent(value -> node.put("actual", value));
        bill(node.putObject("bill"), check.bill());
        ArrayNode spent = node.putArray("spent");
        check.spentByLine().forEach(line -> {
            ObjectNode entry = spent.addObject().put("where", line.where().orElse(""));
            bill(entry, line.bill());
        });
    }

    /** The line for an exercise that could not be graded at all: {@code exercise} and {@code error}, no verdict. */
    public static String notChecked(String exercise, String sentence) {
        return JSON.createObjectNode()
                .put("exercise", exercise)
                .put("error", sentence)
                .toString();
    }

    private static void bill(ObjectNode node, Bill bill) {
        node.put("requests", bill.requests()).put("readUnits", bill.readUnits()).put("writeUnits", bill.writeUnits());
    }
}
