package dojo.workbench.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program about to be started in an environment that holds only what the test put there. */
final class Command {
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> environment = new java.util.TreeMap<>();
    private Path folder = Path.of(".").toAbsolutePath();

    private Command() {}

    static Command of(Object... words) {
        Command command = new Command();
        for (Object word : words) command.words.add(word.toString());
        return command;
    }

    Command with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Command in(Path otherFolder) {
        folder = otherFolder;
        return this;
    }

    /** Starts the program and leaves its error stream open, for a test that must wait for a sentence. */
    Started start() throws IOException {
        Path out = Files.createTempFile("dojo-out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Started(process, out, new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8)));
    }

    Ended run() throws IOException, InterruptedException {
        return start().end();
    }

    /** A running program. */
    record Started(Process process, Path out, BufferedReader errors) {
        /** Reads the error stream up to the first line that contains the words; the lines before it are lost. */
        void awaitError(String expected) throws IOException {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                if (line.contains(expected)) return;
            }
            throw new AssertionError("The program ended without saying: " + expected);
        }

        Ended end() throws IOException, InterruptedException {
            String said = String.join("\n", errors.lines().toList());
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
            String printed = Files.readString(out);
            Files.delete(out);
            return new Ended(process.exitValue(), printed, said);
        }
    }

    /** What was left of a program. */
    record Ended(int exit, String out, String errors) {}
}
