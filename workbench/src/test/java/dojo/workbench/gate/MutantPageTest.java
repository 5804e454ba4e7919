package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed page knows every exercise; what stands in it takes minutes to find, and is for authors to find anew. */
class MutantPageTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String AGAIN = "./dojo gate --mutants --output docs/mutants.adoc";

    private final List<String> exercises =
            Catalogue.read(ROOT).all().stream().map(Exercise::id).toList();

    @Test
    void every_exercise_has_a_row_and_every_survivor_a_reason() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/mutants.adoc"));

        assertThat(exercises).as(AGAIN).allSatisfy(id -> assertThat(page).contains("\n| " + id + " "));
        assertThat(page).as(AGAIN).doesNotContain("not justified");
    }

    @Test
    void reasons_belong_to_exercises_and_can_be_read() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(Survivors.FOLDER))) {
            for (Path file : files.toList()) {
                String id = file.getFileName().toString().replaceFirst("\\.txt$", "");
                assertThat(exercises).contains(id);
                assertThat(Survivors.of(ROOT, id).mistakes()).isEmpty();
            }
        }
    }
}
