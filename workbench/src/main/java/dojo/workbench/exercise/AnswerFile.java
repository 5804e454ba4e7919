package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What was answered: {@code .dojo/answers/ID.txt}, {@code name=value} a line. */
public final class AnswerFile {
    private final Path file;

    private AnswerFile(Path file) {
        this.file = file;
    }

    public static AnswerFile of(Path root, String exerciseId) {
        return new AnswerFile(root.resolve(".dojo/answers").resolve(exerciseId + ".txt"));
    }

    /** The answers so far; empty when there are none. */
    public Map<String, String> read() throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.filter(line -> line.indexOf('=') > 0 && !line.startsWith("//") && !line.startsWith("#"))
                        .forEach(line -> answers.put(
                                line.substring(0, line.indexOf('=')).strip(),
                                line.substring(line.indexOf('=') + 1).strip()));
            }
        }
        return answers;
    }

    /** The answers in another file of this form; lines that begin with a slash or a number sign are comments. */
    public static Map<String, String> read(Path file) throws IOException {
        return new AnswerFile(file).read();
    }

    /** Records one answer; a later one of the same name replaces it. */
    public void record(String name, String value) throws IOException {
        Map<String, String> answers = read();
        answers.put(name.strip(), value.replace('\n', ' ').strip());
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder();
        answers.forEach(
                (key, answer) -> text.append(key).append('=').append(answer).append('\n'));
        Path fresh = Files.createTempFile(file.getParent(), ".answers", ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Where the answers are kept. */
    public Path path() {
        return file;
    }
}
