package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
    @TempDir
    private Path folder;

    @Test
    void what_the_book_marks_in_a_source_is_no_line_of_it() throws IOException {
        Path file = Files.writeString(
                folder.resolve("A.java"), "class A {\n  // tag::x-y[]\n  int a; \n  // end::x-y[]\n  // the end\n}\n");

        assertThat(SourceText.lines(file)).containsExactly("class A {", "  int a;", "  // the end", "}");
    }
}
