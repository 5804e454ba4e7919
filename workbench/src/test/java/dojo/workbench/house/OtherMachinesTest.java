package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command itself, as a process, on machines that are set up otherwise than ours. */
class OtherMachinesTest {

    @TempDir
    Path home;

    private Command dojo(Object... arguments) {
        Object[] words = new Object[arguments.length + 5];
        words[0] = Path.of(System.getProperty("java.home"), "bin", "java");
        words[1] = "-Ddojo.home=" + Path.of("..").toAbsolutePath().normalize();
        words[2] = "-cp";
        words[3] = System.getProperty("java.class.path");
        words[4] = "dojo.workbench.Dojo";
        System.arraycopy(arguments, 0, words, 5, arguments.length);
        return Command.of(words)
                .with("HOME", home)
                .in(Path.of("..").toAbsolutePath().normalize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Duser.language=ar -Duser.country=EG", "-Duser.language=tr -Duser.country=TR"})
    void no_verdict_hangs_on_the_language_of_the_machine(String language) throws Exception {
        var ended = dojo("check", "first_query", "--source", "solutions/src/main/java", "--json")
                .with("JAVA_TOOL_OPTIONS", language)
                .run();

        assertThat(ended.out()).as(ended.errors()).contains("\"verdict\":\"passes\"");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void numbers_are_the_same_in_every_language() throws Exception {
        String here = dojo("list", "--json").run().out();

        assertThat(here).contains("first_query");
        assertThat(dojo("list", "--json")
                        .with("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG")
                        .run()
                        .out())
                .isEqualTo(here);
    }
}
