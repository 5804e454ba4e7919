package dojo.workbench.primer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The pages of {@code primer.adoc}. */
public record Primer(List<Page> pages) {
    private static final String FILE = "primer.adoc";

    public Primer {
        pages = List.copyOf(pages);
    }

    /** A title, and a text in the simple AsciiDoc of an exercise. */
    public record Page(String title, String text) {}

    /** The primer as it was built in. */
    public static Primer read() {
        try (InputStream in = Primer.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + Primer.class + ": build again.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Primer parse(String text) {
        List<Page> pages = new ArrayList<>();
        // What stands above the first title is for whoever edits the file.
        for (String section : text.substring(text.indexOf("== ")).split("(?m)^== ", -1)) {
            if (!section.isEmpty()) {
                int end = section.indexOf('\n');
                pages.add(new Page(
                        section.substring(0, end), section.substring(end).strip()));
            }
        }
        return new Primer(pages);
    }
}
