package dojo.workbench.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code dojo book}: measures what the book claims, then sets its pages.
 *
 * <p>The book is made by the Maven build, for its listings must have compiled and its numbers must come from tests that
 * ran. This takes a minute or so, and longer the first time.
 */
@Command(name = "book", description = "Build the book; every number in it is measured first.")
public final class BookCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "html, pdf or epub; several divided by commas. All three unless said.")
    private List<String> formats = List.of("html", "pdf", "epub");

    @Option(names = "--check", description = "Run every gate, and publish nothing.")
    private boolean check;

    @Option(names = "--facts", description = "Print the names of numbers that its text may use, and what each prints.")
    private boolean facts;

    public BookCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path checkout = workbench.atContent("The book").root();
        MavenBuild maven = MavenBuild.of(checkout, "book");
        BookBuild build = new BookBuild(workbench.screen(), facts);
        try {
            if (maven.run(words(), build::hear) == 0) {
                return 0;
            }
            build.failed(maven.log().toString());
        } catch (IOException e) {
            workbench
                    .screen()
                    .error("The book cannot be built: " + e.getMessage() + ". Is " + checkout
                            + " a complete and writable checkout?");
        }
        return 1;
    }

    /** Of all tests only the exhibits; to list what is known, not even those. */
    private List<String> words() {
        if (facts) {
            return List.of(
                    "-pl",
                    "docs",
                    "-am",
                    "verify",
                    "-Dmaven.test.skip=true",
                    "-Dbook.skip=false",
                    "-Dbook.mode=--facts");
        }
        List<String> words = new ArrayList<>(List.of("-pl", "docs", "-am", "verify", "-Dtest=dojo/exhibits/**/*_*_*"));
        // A browser opens the pages when everything is verified; whoever wants to read them does that anyway.
        words.add("-DskipITs");
        words.add("-Dbook.formats=" + String.join(",", formats));
        if (check) {
            words.add("-Dbook.mode=--check");
        }
        return words;
    }
}
