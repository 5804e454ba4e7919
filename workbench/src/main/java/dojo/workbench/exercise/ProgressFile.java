package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The file {@code .dojo/progress.txt}, read anew and written whole at every update.
 *
 * <p>Safe between threads and between processes: an update holds a lock on a file beside it. A damaged file is set
 * aside as {@code progress.txt.broken-N} and what is legible in it carries on. A folder that cannot be written is
 * reported and costs nothing but the memory of this run.
 */
public final class ProgressFile {
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;
    private final Consumer<String> report;

    private ProgressFile(Path file, Consumer<String> report) {
        this.file = file;
        this.report = report;
    }

    /** The progress of the checkout at {@code root}; {@code report} receives sentences about damage. */
    public static ProgressFile in(Path root, Consumer<String> report) {
        return new ProgressFile(root.resolve(".dojo/progress.txt"), report);
    }

    public Path path() {
        return file;
    }

    /** What the file says now; nothing done yet if there is none. */
    public Progress read() {
        try {
            return Files.exists(file) ? parse() : Progress.NONE;
        } catch (IOException e) {
            report.accept("Cannot read " + file + ": " + e.getMessage() + "; going on as if nothing was done yet.");
            return Progress.NONE;
        }
    }

    /** Applies a change to what the file says now, writes the result and returns it. */
    @SuppressWarnings("try") // The lock is held, never named.
    public Progress update(UnaryOperator<Progress> change) {
        synchronized (IN_THIS_PROCESS) {
            try {
                Files.createDirectories(file.getParent());
                try (FileChannel channel = FileChannel.open(
                                file.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    Progress changed = change.apply(read());
                    write(ProgressText.write(changed));
                    return changed;
                }
            } catch (IOException e) {
                report.accept("Progress is not saved: cannot write " + file + " (" + e.getMessage()
                        + "); make the folder writable.");
                return change.apply(read());
            }
        }
    }

    private Progress parse() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ProgressText.Parsed parsed = ProgressText.read(
                new String(bytes, StandardCharsets.UTF_8).lines().toList());
        if (parsed.unreadable().isPresent()) {
            setAside(parsed);
        }
        return parsed.progress();
    }

    private void setAside(ProgressText.Parsed parsed) throws IOException {
        int number = 1;
        while (Files.exists(broken(number))) {
            number++;
        }
        Files.copy(file, broken(number));
        write(ProgressText.write(parsed.progress()));
        report.accept(file + " was damaged (\"" + shortened(parsed.unreadable().orElse("")) + "\"); kept as "
                + broken(number).getFileName() + ", going on with what is legible.");
    }

    private Path broken(int number) {
        return file.resolveSibling("progress.txt.broken-" + number);
    }

    /** Whole or not at all: another name first, then a rename. */
    private void write(String text) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "progress", ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String shortened(String line) {
        String printable = line.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 40 ? printable.substring(0, 40) + "…" : printable;
    }
}
