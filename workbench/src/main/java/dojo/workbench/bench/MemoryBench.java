package dojo.workbench.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.workbench.command.MavenBuild;
import dojo.workbench.command.MavenWords;
import dojo.workbench.command.Workbench;
import dojo.workbench.screen.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chat turn costs in the session memory and in its rivals.
 *
 * <p>Measuring and promising are done by a test of the session memory, which Maven compiles and runs; here its figures
 * are printed. So the table cannot say what the test did not find, and the workbench need not know the session memory.
 */
final class MemoryBench {
    private static final String MODULE = "reference-impl/core";
    private static final List<String> MEASURE =
            List.of("-pl", MODULE, "-am", "test", "-Dtest=dojo/session/rivals/PriceTest");

    private final Screen screen;
    private final boolean json;
    private final MavenBuild maven;
    private final MavenWords words = new MavenWords();
    private final Path report;

    MemoryBench(Workbench workbench, boolean json) {
        this.screen = workbench.screen();
        this.json = json;
        this.maven = MavenBuild.of(workbench.root(), "bench-memory");
        this.report = workbench.root().resolve(MODULE).resolve("target/rivals/memory.jsonl");
    }

    /** 0 if the price is as promised, 1 if it is not or could not be measured. */
    int run() throws InterruptedException {
        try {
            // What an earlier run measured must not pass for the outcome of this one.
            Files.deleteIfExists(report);
            int ended = maven.run(MEASURE, this::hear);
            if (Files.exists(report)) {
                print(Files.readAllLines(report));
            }
            if (ended == 0 && Files.exists(report)) {
                return 0;
            }
            words.firstErrors().forEach(screen::error);
            screen.error((Files.exists(report) ? "The price is not as promised" : "Nothing was measured")
                    + "; the whole log is in " + maven.log() + ".");
        } catch (IOException e) {
            screen.error("The session memory cannot be measured: " + e.getMessage()
                    + ". Is this a complete and writable checkout?");
        }
        return 1;
    }

    private void hear(String line) {
        words.isError(line);
        words.module(line).filter(module -> !json).ifPresent(module -> screen.print("building  " + module));
    }

    private void print(List<String> lines) throws JsonProcessingException {
        if (json) {
            lines.forEach(screen::print);
            return;
        }
        List<JsonNode> read = new ArrayList<>();
        for (String line : lines) {
            read.add(new ObjectMapper().readTree(line));
        }
        new MemoryTable(read.get(0), read.subList(1, read.size())).lines().forEach(screen::print);
    }
}
