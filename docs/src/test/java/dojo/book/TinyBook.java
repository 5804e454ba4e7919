package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A repository whose book has every kind of page once, from {@code src/test/resources/tiny}, under the style sheet, the
 * script and the theme of the real one.
 *
 * <p>It is sound; {@link #replace} seeds a defect. The sound one is set once, in all formats, for all tests.
 */
final class TinyBook {

    private static final Path BASE = Path.of(System.getProperty("basedir", "."));

    private final Path root;

    private TinyBook(Path root) {
        this.root = root;
    }

    static TinyBook in(Path folder) {
        copy(BASE.resolve("src/test/resources/tiny"), folder);
        copy(folder.resolve("docs/records"), folder.resolve("docs/target/exhibits"));
        for (String shared : List.of("book.css", "book.js", "paper-theme.yml")) {
            copyFile(
                    BASE.resolve("book").resolve(shared),
                    folder.resolve("docs/book").resolve(shared));
        }
        return new TinyBook(folder);
    }

    /** In all formats, without a defect. */
    static Book.Edition sound() {
        return Sound.EDITION;
    }

    /** Puts one piece of text in the place of another; in a file that is not there, in the place of nothing. */
    TinyBook replace(String file, String from, String to) {
        try {
            Path path = root.resolve(file);
            String text = Files.exists(path) ? Files.readString(path) : "";
            assertThat(text).as(file).contains(from);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, from.isEmpty() ? text + to : text.replace(from, to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Book.Edition typeset(Set<Format> formats) {
        try {
            return Book.of(root).typeset(root.resolve("out"), formats, OneTypesetter::shared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        Sources.below(from, "").stream()
                .filter(Files::isRegularFile)
                .forEach(file -> copyFile(file, to.resolve(from.relativize(file))));
    }

    private static void copyFile(Path from, Path to) {
        try {
            Files.createDirectories(to.resolveSibling("."));
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Set when the first test asks for it. */
    private static final class Sound {

        private static final Book.Edition EDITION = in(temporary()).typeset(EnumSet.allOf(Format.class));

        private static Path temporary() {
            try {
                return Files.createTempDirectory(BASE.resolve("target"), "tiny");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
