package dojo.session.handoff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an export can be read, more than once: it is checked to its end before anything of it is taken in.
 *
 * <p>The same bytes must come each time.
 */
@FunctionalInterface
public interface Source {
    /** A stream at its beginning; closed by whoever asked for it. */
    InputStream open() throws IOException;

    static Source file(Path file) {
        return () -> Files.newInputStream(file);
    }
}
