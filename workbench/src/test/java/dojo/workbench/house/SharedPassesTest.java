package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two passes of {@code .ci/run} share the long tests: none is left out by both, and no line of a list is stale. */
class SharedPassesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void no_test_is_left_out_by_both_passes() throws IOException {
        assertThat(leftOutBy("only-on-17.txt"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(leftOutBy("only-on-newest.txt"));
    }

    @Test
    void every_line_of_a_list_names_a_test() throws IOException {
        List<Path> tests = tests();
        for (String list : List.of("only-on-17.txt", "only-on-newest.txt")) {
            for (String pattern : patterns(list)) {
                assertThat(matching(List.of(pattern), tests))
                        .as(list + ": " + pattern)
                        .isNotEmpty();
            }
        }
    }

    private static Set<Path> leftOutBy(String list) throws IOException {
        return matching(patterns(list), tests());
    }

    private static List<String> patterns(String list) throws IOException {
        return Files.readAllLines(ROOT.resolve(".ci").resolve(list)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Set<Path> matching(List<String> patterns, List<Path> tests) {
        List<PathMatcher> matchers = patterns.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
        return tests.stream()
                .filter(file -> matchers.stream().anyMatch(matcher -> matcher.matches(file)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of all modules; what builds have left is not looked through. */
    private static List<Path> tests() throws IOException {
        List<Path> tests = new ArrayList<>();
        for (String module : List.of("lab", "reference-impl", "exercises", "solutions", "docs", "workbench")) {
            try (Stream<Path> folders =
                    Files.find(ROOT.resolve(module), 4, (path, is) -> path.endsWith("src/test/java"))) {
                for (Path folder : folders.toList()) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .map(ROOT::relativize)
                                .forEach(tests::add);
                    }
                }
            }
        }
        return tests;
    }
}
