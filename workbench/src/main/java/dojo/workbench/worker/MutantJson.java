package dojo.workbench.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.mutant.Experiment;
import dojo.workbench.mutant.Mutant;

/** Changes to requests, on their way between the processes. */
public final class MutantJson {

    private MutantJson() {}

    static void put(Mutant mutant, ObjectNode into) {
        into.put("site", mutant.site()).put("operation", mutant.operation());
        into.put("shape", mutant.shape()).put("change", mutant.change());
    }

    /** Reads one. */
    public static Mutant of(JsonNode node) {
        return new Mutant(
                node.path("site").asText(),
                node.path("operation").asText(),
                node.path("shape").asText(),
                node.path("change").asText());
    }

    /** What came of it. */
    static void put(Experiment experiment, ObjectNode done) {
        done.put("applied", experiment.applied()).put("invalid", experiment.invalid());
        var seen = done.putArray("seen");
        experiment.seen().forEach(mutant -> put(mutant, seen.addObject()));
    }
}
