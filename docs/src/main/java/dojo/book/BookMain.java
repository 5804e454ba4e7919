package dojo.book;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds the book: {@code BookMain --root DIR --out DIR [--formats html,pdf,epub] [--check | --facts]}.
 *
 * <p>Exit code 0: every gate held, and without {@code --check} the book was published; 1: a gate fired, each problem is
 * listed and what was published before is left alone; 2: the arguments make no sense.
 */
public final class BookMain {

    private static final String USAGE =
            "usage: BookMain --root DIR --out DIR [--formats html,pdf,epub] [--check | --facts]";

    private BookMain() {}

    /**
     * Runs and ends the process, because JRuby leaves threads behind.
     *
     * @param args see the class comment
     */
    public static void main(String[] args) {
        System.exit(run(args, Typesetter::open, System.out, System.err));
    }

    static int run(String[] args, Supplier<Typesetter> typesetter, PrintStream out, PrintStream err) {
        String root = option(args, "--root");
        String target = option(args, "--out");
        if (root == null || target == null) {
            err.println(USAGE);
            return 2;
        }
        if (!Files.isRegularFile(Path.of(root, "docs", "book", "book.adoc"))) {
            err.println("no docs/book/book.adoc below " + root + "; give the root of the repository as --root");
            return 2;
        }
        if (flag(args, "--facts")) {
            out.print(Book.of(Path.of(root)).facts());
            return 0;
        }
        try {
            Path folder = Path.of(target).toAbsolutePath().normalize();
            String names = option(args, "--formats");
            Set<Format> formats = names == null ? EnumSet.allOf(Format.class) : Format.named(names);
            Book.Edition edition = Book.of(Path.of(root)).typeset(folder, formats, typesetter);
            return finish(edition, folder, flag(args, "--check"), out, err);
        } catch (IllegalArgumentException unknown) {
            err.println(unknown.getMessage());
            return 2;
        } catch (IOException failed) {
            err.println("the book could not be written: " + failed + "; is the folder writable and the disk not full?");
            return 1;
        }
    }

    private static int finish(Book.Edition edition, Path folder, boolean check, PrintStream out, PrintStream err)
            throws IOException {
        if (!edition.problems().isEmpty()) {
            edition.problems().forEach(err::println);
            err.println("book: " + edition.problems().size() + " problem(s), nothing published");
            return 1;
        }
        if (check) {
            out.println("book: every gate holds, nothing published");
        } else {
            for (Path published : Published.replace(folder, edition.files())) {
                out.println("book: " + published);
            }
        }
        return 0;
    }

    private static @Nullable String option(String[] args, String name) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        return null;
    }

    private static boolean flag(String[] args, String name) {
        for (String arg : args) {
            if (arg.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
