package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compiler that remembers says is what one that knows nothing would say. */
class SourceCompilerTest {
    @TempDir
    Path sources;

    @TempDir
    Path known;

    @TempDir
    Path output;

    private final SourceCompiler compiler = new SourceCompiler(List.of());

    /** As it stands beside a learner's class: a class that is given, and was compiled against the learner's. */
    @BeforeEach
    void a_class_is_given() throws IOException {
        Path given = written("Given.java", "class Given { static int ask(Learner l) { return l.answer(); } }");
        Path first = written("Learner.java", "class Learner { int answer() { return 1; } }");
        assertThat(compiler.compile(List.of(given, first), List.of(), known).errors())
                .isEmpty();
        Files.delete(known.resolve("Learner.class"));
    }

    @AfterEach
    void close() {
        compiler.close();
    }

    @Test
    void this_jdk_has_one() {
        assertThat(RememberingJavac.find()).isPresent();
    }

    @Test
    void what_was_read_is_not_read_again() throws IOException {
        String asking = "class Learner { int answer() { return 2; } int given() { return Given.ask(null); } }";
        assertThat(again(asking).errors()).isEmpty();
        Files.delete(known.resolve("Given.class"));

        assertThat(again(asking).errors()).isEmpty();
    }

    @Test
    void a_given_class_still_fits_a_class_that_was_compiled_anew() throws IOException {
        for (int save = 0; save < 3; save++) {
            assertThat(again("class Learner { int answer() { return " + save
                                    + "; } int given() { return Given.ask(this); } }")
                            .errors())
                    .isEmpty();
        }
    }

    @Test
    void errors_and_signatures_are_those_of_the_last_text() throws IOException {
        SourceCompiler.Result before = again("class Learner { int answer() { return 1; } }");
        SourceCompiler.Result wrong = again("class Learner { int answer() { return \"one\"; } }");
        SourceCompiler.Result after = again("class Learner { long answer() { return 1; } }");

        assertThat(wrong.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("String cannot be converted to int"));
        assertThat(after.signatures()).isNotEqualTo(before.signatures()).contains("long answer()");
    }

    @Test
    void what_is_private_to_a_class_is_no_part_of_its_signatures() throws IOException {
        String plain = again("class Learner { int answer() { return 1; } }").signatures();

        assertThat(again("class Learner { private int one = 1; int answer() { return own(); }"
                                + " private int own() { return one; } }")
                        .signatures())
                .isEqualTo(plain);
        assertThat(again("class Learner { private Learner() {} int answer() { return 1; } }")
                        .signatures())
                .isNotEqualTo(plain);
    }

    @Test
    void whatever_others_can_use_is_part_of_the_signatures() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String text : List.of(
                "class Learner { int answer() { return 1; } }",
                "class Learner { int answer() { return 1; } int more() { return 2; } }",
                "class Learner { static final int LIMIT = 1; int answer() { return 1; } }",
                "class Learner { static final int LIMIT = 2; int answer() { return 1; } }",
                "class Learner { int answer() throws Exception { return 1; } }",
                "class Learner extends Exception { int answer() { return 1; } }",
                "class Learner implements Runnable { int answer() { return 1; } public void run() {} }",
                "class Learner { int answer() { return 1; } private interface Inner {} }",
                "class Learner { int answer() { return 1; } private interface Inner { int size(); } }",
                "class Learner<T extends Comparable<T>> { int answer() { return 1; } }",
                "class Learner<T extends Runnable> { int answer() { return 1; } }",
                "final class Learner { int answer() { return 1; } }",
                "class Learner { int answer() { return 1; } } class Helper {}")) {
            String signatures = again(text).signatures();
            assertThat(seen).as(text).doesNotContain(signatures);
            seen.add(signatures);
        }
    }

    @Test
    void a_class_that_left_the_file_is_gone() throws IOException {
        assertThat(again("class Learner { int answer() { return Helper.ONE; } } class Helper { static int ONE = 1; }")
                        .errors())
                .isEmpty();

        assertThat(again("class Learner { int answer() { return Helper.ONE; } }")
                        .errors())
                .isNotEmpty();
    }

    @Test
    void a_class_named_like_one_of_the_jdk_ends_with_its_file() throws IOException {
        assertThat(again("class Learner { int answer() { return String.ONE; } } class String { static int ONE = 1; }")
                        .errors())
                .isEmpty();

        assertThat(again("class Learner { int answer() { return \"\".length(); } String text() { return \"a\"; } }")
                        .errors())
                .isEmpty();
    }

    @Test
    void classes_are_written_where_they_belong() throws IOException {
        again("class Learner { int answer() { return 1; } }");
        Path elsewhere = Files.createDirectory(output.resolve("elsewhere"));
        Path file = written("Learner.java", "class Learner { int answer() { return 3; } class Inner {} }");

        compiler.compileAgain(List.of(file), List.of(known), elsewhere);

        assertThat(elsewhere).isDirectoryContaining("glob:**/Learner$Inner.class");
        assertThat(output).isDirectoryNotContaining("glob:**/Learner$Inner.class");
    }

    private SourceCompiler.Result again(String learner) throws IOException {
        return compiler.compileAgain(List.of(written("Learner.java", learner)), List.of(known), output);
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(sources.resolve(name), text + "\n");
    }
}
