package dojo.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dojo.workbench.Dojo;
import dojo.workbench.command.Workbench;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts, in the shells that they are for, where those are installed. */
class CompletionTest {
    private static final String BASH = """
            source "$1"; shift
            compopt() { :; }
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            _complete_dojo
            printf '%s\\n' "${COMPREPLY[@]}"
            """;
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty -b typed zsh -f -i
            zpty -w typed "PS1=; autoload -U compinit; compinit -u -D; source $1; print rea''dy"
            zpty -r -m typed said '*ready*'
            zpty -w -n typed "$2"$'\\t'
            zpty -r -m typed said "*$3*"
            print -r -- "$3"
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dojo che,check",
        "dojo check look,look_around",
        "dojo check --se,--seed",
        "dojo answer what,what_does_it_cost",
        "dojo bench mem,memory",
        "dojo completion f,fish"
    })
    void bash_completes_commands_options_and_exercises(String typed, String completed) throws Exception {
        Path script = script("bash");

        assertThat(run("bash", "--norc", "-c", BASH, "bash", script.toString(), typed))
                .isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({"dojo che,check", "dojo check look,look_around", "dojo check --se,--seed", "dojo bench mem,memory"})
    void zsh_completes_them_too(String typed, String completed) throws Exception {
        Path script = script("zsh");

        assertThat(run("zsh", "-f", "-c", ZSH, "zsh", script.toString(), typed, completed))
                .isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({
        "dojo che,check",
        "dojo check look,look_around",
        "dojo check --se,--seed",
        "dojo answer what,what_does_it_cost",
        "dojo bench mem,memory",
        "dojo bench lab --r,--rounds",
        "dojo lab --l,--laws",
        "dojo completion f,fish"
    })
    void fish_completes_them_with_a_description(String typed, String completed) throws Exception {
        Path script = script("fish");

        assertThat(run("fish", "-N", "-c", "source " + script + "; complete -C '" + typed + "'"))
                .startsWith(completed + "\t");
    }

    @Test
    void the_script_says_how_it_is_used_here_and_nothing_of_other_ways() {
        assertThat(dojo("completion", "bash"))
                .startsWith(
                        "# Completion of dojo. Into your shell's start-up file: source <(/path/to/dojo completion bash)")
                .doesNotContain("bash_profile", "stackoverflow", "picocli.info");
    }

    @Test
    void the_manual_page_is_set_without_a_complaint() throws Exception {
        Path page = Files.writeString(folder.resolve("dojo.1"), dojo("man"));
        assertThat(page)
                .content()
                .contains(".SH NAME", "what_does_it_cost", "Exit codes:")
                .doesNotContain("${");

        assertThat(run("groff", "-man", "-ww", "-b", "-Tutf8", "-rLL=80n", page.toString())
                        .replaceAll(".\b", ""))
                .contains("COMMANDS", "Predict two of six prices")
                .doesNotContain("warning", "error:");
    }

    @Test
    void another_shell_is_refused() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = Screen.of(
                new PrintStream(err, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(Dojo.run(new Workbench(Path.of(".."), screen), "completion", "tcsh"))
                .isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no completion for \"tcsh\". Give bash, zsh or fish");
    }

    private Path script(String shell) throws IOException {
        return Files.writeString(folder.resolve("dojo." + shell), dojo("completion", shell));
    }

    private static String dojo(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Dojo.run(new Workbench(Path.of(".."), Screen.of(to, to)), words))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the program says; a typed line is handed over word by word to bash, whole to the others. */
    private String run(String program, String... words) throws Exception {
        assumeTrue(isInstalled(program), program + " is not installed");
        List<String> command = new ArrayList<>(List.of(program));
        for (String word : words) {
            boolean typed = program.equals("bash") && word.startsWith("dojo ");
            command.addAll(typed ? List.of(word.split(" ", -1)) : List.of(word));
        }
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(program).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said).strip();
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
