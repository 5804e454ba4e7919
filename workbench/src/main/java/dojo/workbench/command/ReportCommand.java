package dojo.workbench.command;

import dojo.workbench.evidence.Reports;
import dojo.workbench.exercise.DiskWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dojo report}: what was done, with bills and with the help that was taken. */
@Command(name = "report", description = "A report of your progress, to show or to print.")
public final class ReportCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Clock clock;

    @Option(
            names = "--format",
            paramLabel = "md|html",
            description = "Markdown or one HTML page; by default, what the name of the file says, else md.")
    private @Nullable String format;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it; standard output by default.")
    private @Nullable Path output;

    public ReportCommand(Workbench workbench) {
        this(workbench, Clock.system(ZoneId.systemDefault()));
    }

    ReportCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        String page = reports().of(workbench.catalogue(), workbench.progress().read(), LocalDate.now(clock));
        if (output == null) {
            workbench.screen().print(page.stripTrailing());
        } else {
            write(output, page);
            workbench.screen().say("The report is in " + output + ".");
        }
        return 0;
    }

    private Reports reports() {
        String named = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
        String wanted = format != null ? format : named.endsWith(".html") || named.endsWith(".htm") ? "html" : "md";
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "html" -> Reports.HTML;
            case "md" -> Reports.MD;
            default -> throw new UsageError("--format " + wanted + " is none of md and html.");
        };
    }

    /**
     * Writes a file, with the folders it is to be in.
     *
     * @throws UsageError with a sentence if that is not possible
     */
    static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageError(file + " cannot be written (" + DiskWords.of(e)
                    + "); name a file in a folder that you may write to.");
        }
    }
}
