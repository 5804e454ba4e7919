package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptHistoryTest {
    private final List<String> complaints = new ArrayList<>();

    @TempDir
    private Path folder;

    private History open(Path file) throws IOException {
        var terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
        var history = new KeptHistory(file, complaints::add);
        LineReader reader =
                LineReaderBuilder.builder().terminal(terminal).history(history).build();
        history.configure(reader);
        history.attach(reader);
        return history;
    }

    private static List<String> lines(History history) {
        return StreamSupport.stream(history.spliterator(), false)
                .map(History.Entry::line)
                .toList();
    }

    @Test
    void an_entry_of_several_lines_survives() throws IOException {
        Path file = folder.resolve("home/.dojo/shell-history");
        open(file).add("int f() {\n    return '\\n';\n}");

        assertThat(lines(open(file))).containsExactly("int f() {\n    return '\\n';\n}");
    }

    @Test
    void two_prompts_lose_nothing_though_the_file_is_cut() throws IOException {
        Path file = folder.resolve("shell-history");
        History one = open(file);
        History other = open(file);
        int each = KeptHistory.MOST;
        for (int i = 0; i < each; i++) {
            one.add("one" + i);
            other.add("other" + i);
        }

        List<String> kept = lines(open(file));
        assertThat(kept)
                .hasSizeLessThanOrEqualTo(KeptHistory.MOST)
                .endsWith("one" + (each - 1), "other" + (each - 1))
                .contains("one" + (each - 400), "other" + (each - 400));
        try (var lines = Files.lines(file)) {
            assertThat(lines.count()).isLessThan(4L * KeptHistory.MOST);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_file_that_is_no_text_is_set_aside() throws IOException {
        Path file = Files.write(folder.resolve("shell-history"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});
        History history = open(file);
        history.add("int six = 6");

        assertThat(complaints).singleElement().asString().contains("shell-history.unreadable");
        assertThat(folder.resolve("shell-history.unreadable"))
                .hasBinaryContent(new byte[] {(byte) 0xff, (byte) 0xfe, 10});
        assertThat(lines(open(file))).containsExactly("int six = 6");
    }

    @Test
    void a_history_that_cannot_be_kept_is_said_once_and_works_all_the_same() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file where a folder should be");
        History history = open(folder.resolve("taken/shell-history"));
        history.add("first");
        history.add("second");

        assertThat(lines(history)).containsExactly("first", "second");
        assertThat(complaints).singleElement().asString().contains("arrow up knows this sitting only");
    }
}
