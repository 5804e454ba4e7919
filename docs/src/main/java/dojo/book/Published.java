package dojo.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts what is finished in the place of what was published before; nobody sees half of it. */
final class Published {

    private Published() {}

    /** Returns what a reader opens: the front page of a site, and each file that is a book by itself. */
    static List<Path> replace(Path out, Map<String, byte[]> files) throws IOException {
        Path drafts = out.resolve("new");
        delete(drafts);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = drafts.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, file.getValue());
        }
        List<Path> finished;
        try (Stream<Path> all = Files.list(drafts)) {
            finished = all.sorted().toList();
        }
        List<Path> published = new ArrayList<>();
        for (Path draft : finished) {
            Path place = out.resolve(draft.getFileName());
            delete(place);
            Files.move(draft, place);
            published.add(Files.isDirectory(place) ? place.resolve("index.html") : place);
        }
        delete(drafts);
        return published;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
