package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.command.Workbench;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README, held against what it describes. */
class ReadmeTest {
    private static final Pattern COMMAND = Pattern.compile("`dojo ([a-z]+)((?: [a-z]+)?)([^`]*)`");
    private static final Pattern OPTION = Pattern.compile("--[a-z]+");

    @Test
    void every_command_and_option_of_the_table_is_one() throws IOException {
        List<String> rows = table();
        assertThat(rows).hasSizeGreaterThan(8);
        for (String row : rows) {
            COMMAND.matcher(row).results().forEach(command -> {
                String named = command.group(1) + command.group(2);
                String help = help((named + " --help").split(" "));
                assertThat(help).startsWith("Usage: dojo " + named);
                OPTION.matcher(command.group(3))
                        .results()
                        .forEach(option -> assertThat(help).contains(option.group()));
            });
        }
    }

    @Test
    void every_command_is_in_the_table() throws IOException {
        Set<String> described = new TreeSet<>();
        for (String row : table())
            COMMAND.matcher(row).results().map(command -> command.group(1)).forEach(described::add);
        Set<String> offered = new TreeSet<>();
        Pattern.compile("(?m)^  ([a-z]+)  ")
                .matcher(help("--help").replaceFirst("(?s).*Commands:\\R", ""))
                .results()
                .forEach(command -> offered.add(command.group(1)));

        assertThat(described).isEqualTo(offered).isNotEmpty();
    }

    @Test
    void every_folder_it_names_is_there() throws IOException {
        List<String> folders = rows("| `").filter(row -> row.contains("/` |")).toList();
        assertThat(folders).hasSize(6);
        assertThat(folders)
                .allSatisfy(
                        row -> assertThat(Checkout.REPOSITORY_ROOT.resolve(row.replaceFirst("\\| `([^`]*)`.*", "$1")))
                                .isDirectory());
    }

    private static List<String> table() throws IOException {
        return rows("| `dojo").toList();
    }

    private static Stream<String> rows(String start) throws IOException {
        return Files.readAllLines(Checkout.REPOSITORY_ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith(start));
    }

    private static String help(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Dojo.run(new Workbench(Path.of(".."), Screen.of(to, to)), words))
                .as(String.join(" ", words))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
