package dojo.workbench.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file as it is when the compilation begins.
 *
 * <p>javac's own file objects remember their text with the time that the file has <em>after</em> it was read: a save in
 * between leaves the old text under the new time, and every later compilation believes it.
 */
final class SourceText extends SimpleJavaFileObject {
    private final String text;

    private SourceText(Path file, String text) {
        super(file.toUri(), Kind.SOURCE);
        this.text = text;
    }

    static SourceText of(Path file) throws IOException {
        return new SourceText(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
