package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.VerdictView;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a failed hidden check prints is enough to meet the same failure again. */
class ReplayTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PRINTED =
            Pattern.compile("Play it again: ./dojo check (\\S+) --source (\\S+) --seed (\\d+)");

    private static Checker checker;

    @BeforeAll
    static void open() {
        checker = Checker.open(CheckerOptions.of(ROOT));
    }

    @AfterAll
    static void close() {
        checker.close();
    }

    @Test
    void the_printed_command_meets_the_same_failure() {
        CheckResult first = fails("expired_is_gone", wrong("expired_is_gone", "meta_speaks_for_the_turns"), 7);
        assertThat(first.hidden()).isTrue();
        assertThat(first.inputs()).isNotEmpty();

        Matcher command = PRINTED.matcher(printed);
        assertThat(command.find()).isTrue();
        CheckResult again = fails(command.group(1), Path.of(command.group(2)), Long.parseLong(command.group(3)));

        assertThat(again.name()).isEqualTo(first.name());
        assertThat(again.inputs()).isEqualTo(first.inputs());
        assertThat(again.expected()).isEqualTo(first.expected());
        assertThat(again.actual()).isEqualTo(first.actual());
        assertThat(again.requests()).isEqualTo(first.requests());
    }

    @Test
    void another_seed_is_another_story() {
        Path wrong = wrong("expired_is_gone", "meta_speaks_for_the_turns");

        assertThat(fails("expired_is_gone", wrong, 8).inputs())
                .isNotEqualTo(fails("expired_is_gone", wrong, 7).inputs());
    }

    private String printed = "";

    private CheckResult fails(String id, Path source, long seed) {
        Exercise exercise = Catalogue.read(ROOT).find(id).orElseThrow();
        Verdict verdict = checker.check(exercise, Submission.source(source), seed);
        printed = VerdictView.lines(verdict, ROOT, 1_000, Optional.of(source)).stream()
                .map(Line::text)
                .collect(Collectors.joining("\n"));
        assertThat(VerdictJson.of(verdict, Optional.of(source)))
                .contains("\"replay\":\"./dojo check " + id, "\"inputs\":[", "\"requests\":[");
        return ((Verdict.Fails) verdict).first();
    }

    private static Path wrong(String id, String name) {
        Exercise exercise = Catalogue.read(ROOT).find(id).orElseThrow();
        return ROOT.resolve("solutions/src/wrong/java")
                .resolve(exercise.packagePath())
                .resolve(name);
    }
}
