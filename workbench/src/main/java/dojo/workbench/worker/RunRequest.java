package dojo.workbench.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parent asks for: run these check classes.
 *
 * @param classes the folder of compiled classes
 * @param checks names of the check classes, in author order
 * @param learner file name of each learner's file, to the path that the learner knows it by
 * @param answers of a live exercise, {@code name=value} a line
 */
public record RunRequest(
        Path classes, String packageName, List<String> checks, Map<String, String> learner, long seed, String answers) {

    /** As the parent sends it. */
    public ObjectNode toMessage() {
        ObjectNode message = Wire.message().put("ask", "run");
        message.put("classes", classes.toString()).put("package", packageName);
        ArrayNode names = message.putArray("checks");
        checks.forEach(names::add);
        ObjectNode files = message.putObject("learner");
        learner.forEach(files::put);
        return message.put("seed", seed).put("answers", answers);
    }

    static RunRequest of(JsonNode message) {
        List<String> checks = new ArrayList<>();
        message.path("checks").forEach(name -> checks.add(name.asText()));
        Map<String, String> learner = new LinkedHashMap<>();
        message.path("learner")
                .properties()
                .forEach(file -> learner.put(file.getKey(), file.getValue().asText()));
        return new RunRequest(
                Path.of(message.path("classes").asText()),
                message.path("package").asText(),
                checks,
                learner,
                message.path("seed").asLong(),
                message.path("answers").asText());
    }
}
