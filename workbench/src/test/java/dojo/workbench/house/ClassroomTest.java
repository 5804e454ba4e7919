package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.command.Workbench;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The workflow for classrooms, as far as it can be known without GitHub. */
class ClassroomTest {
    private final JsonNode workflow =
            new YAMLMapper().readTree(Path.of("../docs/classroom/dojo.yml").toFile());
    private final JsonNode job = workflow.path("jobs").path("grade");

    @TempDir
    Path root;

    @TempDir
    Path results;

    @Test
    void its_actions_are_pinned_and_it_may_only_read() {
        List<String> actions = new ArrayList<>();
        job.path("steps").forEach(step -> {
            if (step.has("uses")) {
                actions.add(step.path("uses").asString());
            }
        });

        assertThat(actions).isNotEmpty().allMatch(action -> action.matches("actions/[a-z-]+@v\\d+\\.\\d+\\.\\d+"));
        assertThat(workflow.path("permissions").path("contents").asString()).isEqualTo("read");
        assertThat(job.path("timeout-minutes").asInt()).isPositive();
        assertThat(job.path("runs-on").asString()).isNotEmpty();
    }

    @Test
    void what_it_refers_to_is_there() {
        List<String> ids = new ArrayList<>();
        job.path("steps").forEach(step -> ids.add(step.path("id").asString("")));

        assertThat(ids).contains("kind");
        assertThat(step("Keep the results").path("with").path("path").asString())
                .isEqualTo("learner/dojo-results");
    }

    @Test
    void its_grading_step_is_a_command_that_leaves_the_results() throws IOException {
        Trees.copyFixtures(root);
        String run = step("Grade").path("run").asString();
        var said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);

        List<String> words = new ArrayList<>(
                List.of(run.replaceFirst("^\"[^\"]*/dojo\" ", "").split(" ")));
        words.addAll(List.of("--results", results.toString()));
        int exit = Dojo.run(new Workbench(root, Screen.of(to, to)), words.toArray(String[]::new));

        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(1);
        assertThat(Files.readString(results.resolve("summary.md"))).contains("0 of 3 pass");
        assertThat(results.resolve("junit.xml")).exists();
        assertThat(results.resolve("results.jsonl")).exists();
    }

    private JsonNode step(String name) {
        for (JsonNode step : job.path("steps")) {
            if (step.path("name").asString("").equals(name)) {
                return step;
            }
        }
        throw new AssertionError("There is no step " + name);
    }
}
