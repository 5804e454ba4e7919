package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path root;

    private void given(String text) throws IOException {
        Files.createDirectories(root.resolve(".dojo"));
        Files.writeString(root.resolve(".dojo/settings.txt"), text);
    }

    @Test
    void without_a_file_everything_is_as_usual() {
        assertThat(SettingsFile.in(root).read()).isEqualTo(Settings.USUAL);
    }

    @Test
    void what_is_written_is_read_again_and_other_lines_are_kept() throws IOException {
        given("# mine\nbell off\nauto-advance off\n");
        Settings chosen = new Settings(true, Duration.ofSeconds(9));

        SettingsFile.in(root).write(chosen);

        assertThat(SettingsFile.in(root).read()).isEqualTo(chosen);
        assertThat(root.resolve(".dojo/settings.txt"))
                .hasContent("# mine\nbell off\nauto-advance on\nauto-advance-seconds 9\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"auto-advance-seconds 0", "auto-advance-seconds 9999", "auto-advance-seconds soon", "\u0000"})
    void what_makes_no_sense_is_as_usual(String text) throws IOException {
        given(text);

        assertThat(SettingsFile.in(root).read()).isEqualTo(Settings.USUAL);
    }
}
