package dojo.workbench.browse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Catalogues longer than any window. */
final class Many {
    private Many() {}

    /** Five exercises a chapter, of levels 1 to 3 in turn, of 5 to 24 minutes. */
    static void exercises(Path root, int number) throws IOException {
        var order = new StringBuilder();
        for (int i = 1; i <= number; i++) {
            String folder = "java/dojo/c%02d_chapter/e%d_ex_%d".formatted((i - 1) / 5 + 1, (i - 1) % 5 + 1, i);
            Path main =
                    Files.createDirectories(root.resolve("exercises/src/main").resolve(folder));
            Path starter = Files.createDirectories(
                    root.resolve("exercises/src/starter").resolve(folder));
            Files.writeString(starter.resolve("Thing.java"), "class Thing {}");
            Files.writeString(main.resolve("README.adoc"), """
                    = Exercise number %d
                    :kind: fix
                    :level: %d
                    :minutes: %d
                    :topics: every, fifth-%d
                    :fidelity: local
                    :par-requests: 1
                    :par-read-units: 1
                    :par-write-units: 0
                    """.formatted(i, (i - 1) % 3 + 1, 5 + i % 20, i % 5));
            order.append("ex_").append(i).append('\n');
        }
        Files.writeString(root.resolve("exercises/curriculum.txt"), order);
    }
}
