package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.gate.Sandbox;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions at the prompt. */
class AnsweringTest {
    private static final String ID = "what_does_it_cost";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path root;

    @BeforeEach
    void one_exercise() throws IOException {
        Sandbox.copy(Path.of("..").toAbsolutePath().normalize(), root, "dojo/c02_items/e3_what_does_it_cost")
                .write("exercises/curriculum.txt", ID + "\n");
    }

    @Test
    void questions_are_asked_one_after_another_and_nothing_is_filled_before_the_last_is_answered() throws IOException {
        int code = play("""
                /answer
                /answer 2
                /answer rename 7
                /answer open=1
                System.out.println("before " + ddb.scan(s -> s.tableName(table)).count())
                /answer 1
                /answer 3
                /answer 1,5
                System.out.println("after " + ddb.scan(s -> s.tableName(table)).count())
                /answer filter 3
                /check
                """);

        assertThat(out())
                .contains("Its table and its classes come once every question has a prediction")
                .contains("store · question 1 of 6", "noted: store is 2", "rename · question 2 of 6")
                .doesNotContain("before 41")
                .contains("noted: filter is 1.5", "Every question has an answer.", "after 41")
                .contains("noted: filter is 3 (it was 1.5)", "what_does_it_cost passes");
        assertThat(code).isZero();
    }

    @Test
    void a_unit_is_refused_and_the_script_stops_there() throws IOException {
        assertThat(play("/answer 2 WU\n")).isEqualTo(1);
        assertThat(out()).contains("write 2 alone");
    }

    private int play(String script) throws IOException {
        Path file = Files.writeString(root.resolve("script.jsh"), script);
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Shell.of(root)
                .script(Screen.of(stream, stream), file, Catalogue.read(root).find(ID));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
