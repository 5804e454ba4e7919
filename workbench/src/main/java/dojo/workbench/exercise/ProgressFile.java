package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The file {@code .dojo/progress.txt}, read anew and written whole at every update.
 *
 * <p>Safe between threads and between processes: an update or a repair holds a lock on a file beside it. A damaged file
 * is set aside as {@code progress.txt.broken-N} and what is legible in it carries on. A file that cannot be read is never
 * replaced; like a folder that cannot be written, it is reported and costs nothing but the memory of this run.
 */
public final class ProgressFile {
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;
    private final Consumer<String> report;
    private final Clock clock;

    private ProgressFile(Path file, Consumer<String> report, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.report = report;
    }

    /** The progress of the checkout at {@code root}; {@code report} receives sentences about damage. */
    public static ProgressFile in(Path root, Consumer<String> report) {
        return in(root, report, Clock.system(ZoneId.systemDefault()));
    }

    /** The same by another clock: it says on which day something was passed. */
    public static ProgressFile in(Path root, Consumer<String> report, Clock clock) {
        return new ProgressFile(root.resolve(".dojo/progress.txt"), report, clock);
    }

    public Path path() {
        return file;
    }

    /** What the file says now; nothing done yet if there is none. */
    public Progress read() {
        try {
            ProgressText.Parsed parsed = parse();
            return parsed.unreadable().isPresent() ? repaired(parsed) : parsed.progress();
        } catch (IOException e) {
            report.accept("Cannot read " + file + ": " + e.getMessage() + "; going on as if nothing was done yet.");
            return Progress.NONE;
        }
    }

    /** Applies a change to what the file says now, writes the result if it is another, and returns it; what cannot be read is left. */
    public Progress update(UnaryOperator<Progress> change) {
        try {
            return locked(() -> {
                Progress before = sound();
                Progress changed = change.apply(before).dated(before, LocalDate.now(clock));
                if (!changed.equals(before)) {
                    write(ProgressText.write(changed));
                }
                return changed;
            });
        } catch (IOException e) {
            report.accept("Progress is not saved: cannot read or write " + file + " (" + DiskWords.of(e)
                    + "); make the file readable and the folder writable, and see that the disk has room.");
            return change.apply(legible());
        }
    }

    private interface Work {
        Progress run() throws IOException;
    }

    @SuppressWarnings("try") // The lock is held, never named.
    private Progress locked(Work work) throws IOException {
        synchronized (IN_THIS_PROCESS) {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return work.run();
            }
        }
    }

    /** Reads again under the lock: another process may have repaired the file, or updated it, in between. */
    private Progress repaired(ProgressText.Parsed seen) {
        try {
            return locked(this::sound);
        } catch (IOException e) {
            report.accept(damage(seen) + " and cannot be repaired (" + DiskWords.of(e)
                    + "); going on with what is legible. Make the folder writable.");
            return seen.progress();
        }
    }

    /** What the file says, after a repair if it needs one; only under the lock. */
    private Progress sound() throws IOException {
        ProgressText.Parsed parsed = parse();
        if (parsed.unreadable().isPresent()) {
            setAside(parsed);
        }
        return parsed.progress();
    }

    private Progress legible() {
        try {
            return parse().progress();
        } catch (IOException alreadyReported) {
            return Progress.NONE;
        }
    }

    private ProgressText.Parsed parse() throws IOException {
        try {
            return ProgressText.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (NoSuchFileException nothingYet) {
            return new ProgressText.Parsed(Progress.NONE, Optional.empty());
        }
    }

    private void setAside(ProgressText.Parsed parsed) throws IOException {
        int number = 1;
        while (Files.exists(broken(number))) {
            number++;
        }
        Files.copy(file, broken(number));
        write(ProgressText.write(parsed.progress()));
        report.accept(
                damage(parsed) + "; kept as " + broken(number).getFileName() + ", going on with what is legible.");
    }

    private String damage(ProgressText.Parsed parsed) {
        return file + " was damaged (\"" + shortened(parsed.unreadable().orElse("")) + "\")";
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
