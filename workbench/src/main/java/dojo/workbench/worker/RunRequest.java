package dojo.workbench.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.mutant.Mutant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the parent asks for: run these check classes.
 *
 * @param classes folders of compiled classes, the first counts
 * @param checks names of the check classes, in author order
 * @param learner file name of each learner's file, to the path that the learner knows it by
 * @param answers of a live exercise, {@code name=value} a line
 * @param backwards whether each test runs alone, the last first; who depends on order shows it
 * @param mutant a change to the learner's requests, to see whether the checks notice; they end when the first one fails
 */
public record RunRequest(
        List<Path> classes,
        String packageName,
        List<String> checks,
        Map<String, String> learner,
        long seed,
        String answers,
        boolean backwards,
        Optional<Mutant> mutant) {

    /** Tests in their own order. */
    public RunRequest(
            List<Path> classes,
            String packageName,
            List<String> checks,
            Map<String, String> learner,
            long seed,
            String answers) {
        this(classes, packageName, checks, learner, seed, answers, false, Optional.empty());
    }

    /** The same tests, each alone and the last first. */
    public RunRequest inReverse() {
        return new RunRequest(classes, packageName, checks, learner, seed, answers, true, mutant);
    }

    /** The same tests on other classes. */
    public RunRequest on(List<Path> others) {
        return new RunRequest(others, packageName, checks, learner, seed, answers, backwards, mutant);
    }

    /** Some of the tests. */
    public RunRequest of(List<String> some) {
        return new RunRequest(classes, packageName, some, learner, seed, answers, backwards, mutant);
    }

    /** The same tests while requests are changed in this way. */
    public RunRequest with(Mutant change) {
        return new RunRequest(classes, packageName, checks, learner, seed, answers, backwards, Optional.of(change));
    }

    /** As the parent sends it. */
    public ObjectNode toMessage() {
        ObjectNode message = Wire.message().put("ask", "run");
        message.put("package", packageName);
        ArrayNode folders = message.putArray("classes");
        classes.forEach(folder -> folders.add(folder.toString()));
        ArrayNode names = message.putArray("checks");
        checks.forEach(names::add);
        ObjectNode files = message.putObject("learner");
        learner.forEach(files::put);
        mutant.ifPresent(change -> MutantJson.put(change, message.putObject("mutant")));
        return message.put("seed", seed).put("answers", answers).put("backwards", backwards);
    }

    static RunRequest of(JsonNode message) {
        List<Path> classes = new ArrayList<>();
        message.path("classes").forEach(folder -> classes.add(Path.of(folder.asText())));
        List<String> checks = new ArrayList<>();
        message.path("checks").forEach(name -> checks.add(name.asText()));
        Map<String, String> learner = new LinkedHashMap<>();
        message.path("learner")
                .properties()
                .forEach(file -> learner.put(file.getKey(), file.getValue().asText()));
        return new RunRequest(
                classes,
                message.path("package").asText(),
                checks,
                learner,
                message.path("seed").asLong(),
                message.path("answers").asText(),
                message.path("backwards").asBoolean(),
                message.hasNonNull("mutant") ? Optional.of(MutantJson.of(message.path("mutant"))) : Optional.empty());
    }
}
