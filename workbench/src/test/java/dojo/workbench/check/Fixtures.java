package dojo.workbench.check;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The fixture catalogue, and one-file submissions for it. */
final class Fixtures {
    static final Path ROOT = root();

    private Fixtures() {}

    static Exercise exercise(String id) {
        return Catalogue.read(ROOT).find(id).orElseThrow();
    }

    /** A folder that holds {@code Words.java} with these members. */
    static Submission words(Path folder, String members) throws IOException {
        Files.writeString(folder.resolve("Words.java"), """
                package dojo.c02_pure.e1_count_words;

                import java.util.*;

                public class Words {
                %s
                }
                """.formatted(members));
        return Submission.source(folder);
    }

    private static Path root() {
        try {
            return Path.of(Fixtures.class.getResource("/fixture-catalogue").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
