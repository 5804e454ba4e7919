package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jline.utils.ScreenTerminal;

/**
 * Approved captures: what a view shows in a small and in a large window, in colour and in ASCII.
 *
 * <p>Of a view that is taller than its window, the end is seen, as in a terminal. {@code -Ddojo.approve=true} approves
 * what is seen now; look at the difference before you commit it.
 */
public final class Approved {
    private static final Path FOLDER = Path.of("src/test/resources/approved");
    private static final boolean APPROVING = Boolean.getBoolean("dojo.approve");

    private Approved() {}

    /** Compares all four captures of a view that is drawn for a width. */
    public static void captures(String name, IntFunction<List<Line>> view) {
        capture(name + ".80x24", view, 80, 24);
        capture(name + ".120x40", view, 120, 40);
    }

    /** The same for a view that fits itself to the height of its window, too. */
    public static void windows(String name, BiFunction<Integer, Integer, List<Line>> view) {
        capture(name + ".80x24", columns -> view.apply(columns, 24), 80, 24);
        capture(name + ".120x40", columns -> view.apply(columns, 40), 120, 40);
    }

    private static void capture(String name, IntFunction<List<Line>> view, int columns, int rows) {
        List<Line> lines = view.apply(columns);
        compare(name + ".ascii.txt", window(lines, new Look(false, false, false, columns), columns, rows));
        compare(
                name + ".colour.txt",
                lines.stream()
                        .map(line -> Ansi.encode(line, new Look(true, true, false, columns))
                                        .replace('\u001b', '␛') + "\n")
                        .collect(Collectors.joining()));
    }

    private static String window(List<Line> lines, Look look, int columns, int rows) {
        var window = new ScreenTerminal(columns, rows);
        window.write(lines.stream().map(line -> Ansi.encode(line, look)).collect(Collectors.joining("\r\n")));
        return window.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void compare(String file, String seen) {
        Path approved = FOLDER.resolve(file);
        try {
            if (APPROVING) {
                Files.createDirectories(approved.getParent());
                Files.writeString(approved, seen);
            }
            assertThat(approved)
                    .as("approve with -Ddojo.approve=true what is right")
                    .exists();
            assertThat(seen).as(file).isEqualTo(Files.readString(approved).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
