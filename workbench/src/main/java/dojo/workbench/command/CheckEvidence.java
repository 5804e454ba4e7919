package dojo.workbench.command;

import dojo.workbench.check.VerdictJson;
import dojo.workbench.evidence.Checked;
import dojo.workbench.evidence.CiSummary;
import dojo.workbench.evidence.JUnitXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code dojo check} leaves behind for machines: the options, and the files. */
final class CheckEvidence {
    /** GitHub shows what is appended to the file of this name on the page of the run. */
    static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the results as JUnit XML, too.")
    private @Nullable Path junit;

    @Option(
            names = "--ci",
            description = "For a CI server: all exercises unless some are named, no colour, no progress noted;"
                    + " junit.xml, results.jsonl and summary.md in the folder of --results.")
    private boolean ci;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "dojo-results",
            description = "Where --ci writes its files (default ${DEFAULT-VALUE}).")
    private Path results = Path.of("dojo-results");

    boolean ci() {
        return ci;
    }

    /**
     * Writes what was asked for.
     *
     * @throws UsageError with a sentence if a file cannot be written
     */
    void write(List<Checked> checked, Map<String, String> environment) {
        if (junit != null) {
            ReportCommand.write(junit, JUnitXml.of(checked));
        }
        if (!ci) {
            return;
        }
        String summary = CiSummary.of(checked);
        ReportCommand.write(results.resolve("junit.xml"), JUnitXml.of(checked));
        ReportCommand.write(results.resolve("results.jsonl"), lines(checked));
        ReportCommand.write(results.resolve("summary.md"), summary);
        String page = environment.getOrDefault(STEP_SUMMARY, "");
        if (!page.isEmpty()) {
            append(Path.of(page), summary);
        }
    }

    /** One result a line, as {@code --json} prints it. */
    static String line(Checked result) {
        return result.verdict()
                .map(VerdictJson::of)
                .orElseGet(() -> VerdictJson.notChecked(result.exercise().id(), result.problem()));
    }

    private static String lines(List<Checked> checked) {
        return checked.stream().map(result -> line(result) + "\n").collect(Collectors.joining());
    }

    private static void append(Path page, String summary) {
        try {
            Files.writeString(page, summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UsageError(STEP_SUMMARY + "=" + page + " cannot be written (" + e.getMessage()
                    + "); unset it, or name a file that can.");
        }
    }
}
