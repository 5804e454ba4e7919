package dojo.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the editors here are shell scripts")
class OpenerTest {
    @TempDir
    Path folder;

    @Test
    void an_editor_gets_the_file_name_as_one_word_and_no_shell_sees_it() throws IOException {
        editor("code", "printf '%s\\n' \"$@\" >\"$(dirname \"$0\")/got.txt\"");
        Path file = folder.resolve("my $(touch evil); file.java");
        Opener.Answer answer = open(new Spot(file, 4)).orElseThrow();
        assertThat(answer.opened()).as(answer.sentence()).isTrue();
        assertThat(answer.sentence()).contains("at line 4 with code");
        assertThat(folder.resolve("got.txt")).hasContent("-g\n" + file + ":4\n");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void an_editor_that_refuses_is_quoted() throws IOException {
        editor("code", "echo 'no display' >&2; exit 3");
        Opener.Answer answer = open(new Spot(folder.resolve("A.java"), 1)).orElseThrow();
        assertThat(answer.opened()).isFalse();
        assertThat(answer.sentence()).contains("exit code 3: no display");
    }

    @Test
    void an_editor_that_stays_is_not_waited_for() throws IOException {
        editor("code", "exec sleep 20");
        Opener impatient = new Opener(here(), Duration.ofMillis(1));
        assertThat(impatient.open(new Spot(folder.resolve("A.java"), 1), Optional.of("code")))
                .hasValueSatisfying(answer -> assertThat(answer.opened()).isTrue());
    }

    @Test
    void without_any_editor_there_is_no_answer() {
        assertThat(new Opener(new Surroundings(Map.of(), false), Duration.ofSeconds(1))
                        .open(new Spot(folder.resolve("A.java"), 1), Optional.empty()))
                .isEmpty();
    }

    private Optional<Opener.Answer> open(Spot spot) {
        return new Opener(here(), Duration.ofSeconds(20)).open(spot, Optional.of("code"));
    }

    private Surroundings here() {
        return new Surroundings(Map.of("PATH", folder.toString()), false);
    }

    private void editor(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
