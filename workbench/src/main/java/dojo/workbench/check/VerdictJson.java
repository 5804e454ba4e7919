package dojo.workbench.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.bill.Bill;
import java.nio.file.Path;
import java.util.Optional;

/** A verdict as one line of JSON, in the stable form of the command line. */
public final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VerdictJson() {}

    /**
     * The object on one line: {@code exercise}, {@code verdict}, {@code checks}, {@code bill}, {@code par},
     * {@code millis}, {@code seed} and {@code levels}; {@code bill} is null when no priced check ran, and {@code message} is there when it does not pass.
     */
    public static String of(Verdict verdict) {
        return of(verdict, Optional.empty());
    }

    /** The same for files that were not the learner's; a failed check says how to {@code replay} it. */
    public static String of(Verdict verdict, Optional<Path> source) {
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
        ObjectNode levels = node.putObject("levels").put("correct", graded.correct());
        if (graded.hasPrice()) {
            levels.put("efficient", graded.correct() && graded.efficient());
        }
        graded.remarks().forEach(levels.putArray("remarks")::add);
        if (!verdict.passed()) {
            node.put("message", verdict.message());
        }
        if (verdict instanceof Verdict.Fails) {
            node.put("replay", Replay.command(graded, source));
        }
        return node.toString();
    }

    /** {@code inputs} and {@code requests} of one that failed; {@code where}, {@code expected}, {@code actual} where they are known; {@code bill} and {@code spent} by line of the learner's. */
    private static void check(ObjectNode node, CheckResult check) {
        node.put("name", check.name())
                .put("passed", check.passed())
                .put("hidden", check.hidden())
                .put("message", check.message());
        check.where().ifPresent(where -> node.put("where", where));
        check.expected().ifPresent(value -> node.put("expected", value));
        check.actual().ifPresent(value -> node.put("actual", value));
        if (!check.passed()) {
            check.inputs().forEach(node.putArray("inputs")::add);
            check.requests().forEach(node.putArray("requests")::add);
        }
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
