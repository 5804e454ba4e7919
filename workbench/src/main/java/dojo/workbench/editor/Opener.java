package dojo.workbench.editor;

import dojo.workbench.editor.Opening.Refused;
import dojo.workbench.editor.Opening.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Opens spots, and waits no longer than it takes an editor to say that it cannot.
 *
 * @param patience how long that may take
 */
public record Opener(Surroundings here, Duration patience) {

    public static Opener ofThisProcess() {
        return new Opener(Surroundings.ofThisProcess(), Duration.ofMillis(500));
    }

    /** What came of it, as a sentence. */
    public record Answer(boolean opened, String sentence) {}

    /** Empty if nothing says which editor. */
    public Optional<Answer> open(Spot spot, Optional<String> asked) {
        Opening opening = Opening.of(spot, asked, here);
        if (opening instanceof Refused refused) {
            return Optional.of(new Answer(false, refused.sentence()));
        }
        return opening instanceof Start start ? Optional.of(start(start, spot)) : Optional.empty();
    }

    private Answer start(Start start, Spot spot) {
        try {
            Path said = Files.createTempFile("dojo-editor", ".txt");
            try {
                Optional<Integer> ended = run(start, said);
                if (ended.isPresent() && ended.get() != 0) {
                    return new Answer(
                            false,
                            start.name() + " did not open " + spot.file().getFileName() + " (exit code " + ended.get()
                                    + firstLine(said) + "); name another editor with --editor.");
                }
                return new Answer(
                        true,
                        "Opened " + spot.file().getFileName() + " at line " + spot.line() + " with " + start.name()
                                + ".");
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            return new Answer(false, start.name() + " does not start: " + e.getMessage() + ".");
        }
    }

    /** The exit code of a program that ends at once, as those do that only pass a message on. */
    private Optional<Integer> run(Start start, Path said) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(start.command()).redirectErrorStream(true).redirectOutput(said.toFile());
        // A terminal inside the editor is not inside this workspace's script.
        builder.environment().remove("DOJO_WORKSPACE");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String firstLine(Path said) throws IOException {
        return new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> ": " + line)
                .orElse("");
    }
}
