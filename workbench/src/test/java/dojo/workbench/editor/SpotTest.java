package dojo.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpotTest {
    @TempDir
    Path root;

    private Path one;
    private Path two;

    @BeforeEach
    void two_files() throws IOException {
        one = Files.writeString(root.resolve("One.java"), "package a;\n\nimport b;\n\npublic final class One {\n}\n");
        two = Files.writeString(root.resolve("Two.java"), "class Two {\n  // TODO say it\n}\n");
    }

    @Test
    void the_line_that_a_verdict_named_comes_first() {
        assertThat(Spot.in(List.of(one, two), root, Optional.of("Two.java:3"))).isEqualTo(new Spot(two, 3));
    }

    @Test
    void a_line_of_some_other_file_is_not_for_the_learner() {
        assertThat(Spot.in(List.of(one), root, Optional.of("../elsewhere.txt:3")))
                .isEqualTo(new Spot(one, 5));
        assertThat(Spot.in(List.of(one), root, Optional.of("the compiler"))).isEqualTo(new Spot(one, 5));
    }

    @Test
    void then_what_is_to_be_done_then_where_the_code_begins() {
        assertThat(Spot.in(List.of(two), root, Optional.empty())).isEqualTo(new Spot(two, 2));
        assertThat(Spot.in(List.of(one), root, Optional.empty())).isEqualTo(new Spot(one, 5));
    }

    @Test
    void a_file_that_is_missing_opens_at_its_top() {
        assertThat(Spot.in(List.of(root.resolve("Gone.java")), root, Optional.empty())
                        .line())
                .isEqualTo(1);
    }

    @Test
    void what_was_looked_at_last_is_remembered_until_it_passes() {
        LastLook look = LastLook.at(root, "find_one");
        assertThat(look.where()).isEmpty();
        look.remember(Optional.of("One.java:5"));
        assertThat(LastLook.at(root, "find_one").where()).contains("One.java:5");
        look.remember(Optional.empty());
        assertThat(look.where()).isEmpty();
    }
}
