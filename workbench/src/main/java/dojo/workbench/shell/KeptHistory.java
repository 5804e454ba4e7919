package dojo.workbench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was typed, kept in a file that several prompts may share.
 *
 * <p>Each entry is appended when it is entered. Only the file's owner may read it. When it cannot be kept, that is said
 * once, and the prompt goes on.
 */
final class KeptHistory extends DefaultHistory {
    /** Entries that are kept; a quarter more may lie in the file before it is cut. */
    static final int MOST = 2_000;

    private final Path file;
    private final Consumer<String> complain;
    private boolean complained;

    KeptHistory(Path file, Consumer<String> complain) {
        this.file = file;
        this.complain = complain;
    }

    @Override
    public void load() {
        try {
            super.load();
        } catch (IOException | UncheckedIOException e) {
            setAside();
        }
    }

    /** A file that is no text of ours is kept under another name, and a new one begun. */
    private void setAside() {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            complain.accept("The history could not be read; it lies in " + aside + " now, and a new one begins.");
        } catch (IOException e) {
            complain("read", e);
        }
    }

    /** Cutting rewrites the file, and must not meet the append of another prompt: hence the lock. */
    @Override
    public void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                // Closing the channel releases it.
                channel.lock();
                super.save();
            }
        } catch (IOException | UncheckedIOException e) {
            complain("kept", e);
        }
    }

    private void complain(String done, Exception reason) {
        if (!complained) {
            complained = true;
            complain.accept("The history cannot be " + done + " (" + reason.getMessage()
                    + "); arrow up knows this sitting only.");
        }
    }

    /** Every entry, oldest first. */
    List<String> lines() {
        return StreamSupport.stream(spliterator(), false).map(Entry::line).toList();
    }

    /** For the reader that uses it. */
    void configure(LineReader reader) {
        reader.setVariable(LineReader.HISTORY_FILE, file);
        reader.setVariable(LineReader.HISTORY_SIZE, MOST);
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, MOST);
        // A pasted snippet may well be indented.
        reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, false);
    }
}
