package dojo.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.editor.Opening.Refused;
import dojo.workbench.editor.Opening.Start;
import dojo.workbench.editor.Opening.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {
    private static final Spot SPOT = new Spot(Path.of("/my dojo/A;$(rm).java"), 7);

    @TempDir
    Path bin;

    private final Map<String, String> environment = new TreeMap<>();

    @Test
    void a_terminal_of_vs_code_opens_there() throws IOException {
        programs("code", "vim");
        environment.put("TERM_PROGRAM", "vscode");
        environment.put("EDITOR", "vim");
        assertThat(words()).containsExactly("code", "-g", "/my dojo/A;$(rm).java:7");
    }

    @Test
    void a_relative_of_vs_code_is_found_by_its_own_name() throws IOException {
        programs("codium", "cursor");
        environment.put("VSCODE_IPC_HOOK_CLI", "/run/vscode.sock");
        assertThat(words()).startsWith("codium", "-g");
        environment.put("CURSOR_TRACE_ID", "1");
        assertThat(words()).startsWith("cursor", "-g");
    }

    @Test
    void a_terminal_of_intellij_opens_there_or_says_how_it_could() throws IOException {
        environment.put("TERMINAL_EMULATOR", "JetBrains-JediTerm");
        assertThat(refusal()).contains("\"idea\" is not in your PATH", "Create Command-line Launcher");
        programs("idea");
        assertThat(words()).containsExactly("idea", "--line", "7", "/my dojo/A;$(rm).java");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TMUX           | tmux    | tmux split-window -h -- vim +7",
                "ZELLIJ         | zellij  | zellij run --close-on-exit -- vim +7",
                "STY            | screen  | screen -t vim vim +7",
                "WEZTERM_PANE   | wezterm | wezterm cli split-pane --right -- vim +7",
                "KITTY_LISTEN_ON| kitten  | kitten @ launch --type=window vim +7",
            })
    void an_editor_for_the_terminal_gets_a_pane(String variable, String program, String words) throws IOException {
        programs("vim", program);
        environment.put("EDITOR", "vim");
        environment.put(variable, "1");
        assertThat(String.join(" ", words())).startsWith(words);
        assertThat(words()).last().isEqualTo("/my dojo/A;$(rm).java");
    }

    @Test
    void an_editor_for_the_terminal_is_refused_without_a_pane() throws IOException {
        programs("vim");
        environment.put("EDITOR", "vim");
        assertThat(refusal()).contains("vim needs a terminal of its own", "tmux", "--editor code");
        environment.put("KITTY_WINDOW_ID", "3");
        assertThat(refusal()).contains("allow_remote_control");
        environment.put("TMUX", "1");
        assertThat(refusal()).contains("the program \"tmux\" is not in your PATH");
    }

    @Test
    void what_is_asked_for_comes_first() throws IOException {
        programs("code", "subl", "kate", "gvim");
        environment.put("TERM_PROGRAM", "vscode");
        environment.put("VISUAL", "kate");
        environment.put("DOJO_EDITOR", "subl");
        assertThat(words()).startsWith("subl");
        assertThat(words("gvim")).startsWith("gvim", "+7");
        environment.remove("DOJO_EDITOR");
        environment.remove("TERM_PROGRAM");
        assertThat(words()).containsExactly("kate", "--line", "7", "/my dojo/A;$(rm).java");
    }

    @Test
    void a_command_can_say_itself_where_file_and_line_go() throws IOException {
        programs("code", "gvim");
        assertThat(words("code --reuse-window --goto {file}:{line}"))
                .containsExactly("code", "--reuse-window", "--goto", "/my dojo/A;$(rm).java:7");
        assertThat(words("\"" + bin.resolve("gvim") + "\" '--servername' 'my dojo'"))
                .containsExactly("gvim", "--servername", "my dojo", "+7", "/my dojo/A;$(rm).java");
    }

    @Test
    void a_program_that_is_not_there_is_a_sentence() {
        environment.put("EDITOR", "vmi -n");
        assertThat(refusal()).contains("The editor \"vmi\" is not in your PATH");
    }

    @Test
    void nothing_known_is_no_refusal() {
        assertThat(opening(Optional.empty())).isInstanceOf(Unknown.class);
        environment.put("EDITOR", "  ");
        assertThat(opening(Optional.empty())).isInstanceOf(Unknown.class);
    }

    @Test
    void emacs_needs_a_terminal_and_its_client_does_not() throws IOException {
        programs("emacs", "emacsclient");
        environment.put("EDITOR", "emacs -nw");
        assertThat(refusal()).contains("emacs needs a terminal");
        environment.put("EDITOR", "emacsclient -n");
        assertThat(words()).startsWith("emacsclient", "-n", "+7");
        environment.put("EDITOR", "emacsclient -t");
        assertThat(refusal()).contains("needs a terminal");
    }

    @Test
    void cmd_exe_is_not_given_what_it_would_take_for_a_command() throws IOException {
        Files.createFile(bin.resolve("code.cmd")).toFile().setExecutable(true);
        environment.put("Path", bin.toString());
        Surroundings windows = new Surroundings(environment, true);
        Spot bad = new Spot(Path.of("/my & calc/A.java"), 1);
        assertThat(Opening.of(bad, Optional.of("code"), windows)).isInstanceOf(Refused.class);
        assertThat(Opening.of(new Spot(Path.of("/my dojo/A.java"), 1), Optional.of("code"), windows))
                .isInstanceOf(Start.class);
    }

    private void programs(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(bin.resolve(name)).toFile().setExecutable(true);
        }
        environment.put("PATH", bin.toString());
    }

    private Opening opening(Optional<String> asked) {
        return Opening.of(SPOT, asked, new Surroundings(environment, false));
    }

    private List<String> words(String... asked) {
        Opening opening = opening(List.of(asked).stream().findFirst());
        assertThat(opening).isInstanceOf(Start.class);
        return ((Start) opening)
                .command().stream()
                        .map(word -> word.startsWith(bin.toString())
                                ? word.substring(bin.toString().length() + 1)
                                : word)
                        .toList();
    }

    private String refusal() {
        Opening opening = opening(Optional.empty());
        assertThat(opening).isInstanceOf(Refused.class);
        return ((Refused) opening).sentence();
    }
}
