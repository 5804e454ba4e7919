package dojo.book.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that the build has just published, by their kind. */
final class PublishedPages {

    static final Path SITE =
            Path.of(System.getProperty("book.site", "target/book/html")).toAbsolutePath();
    static final Pattern KIND = Pattern.compile("<body class=\"([a-z]+)\">");

    private PublishedPages() {}

    static Path a(String kind) {
        return Objects.requireNonNull(pages().get(kind), kind).get(0);
    }

    /** The longest show most of what their kind may show. */
    static List<Path> sample(int ofEachKind) {
        return pages().values().stream()
                .flatMap(of -> of.stream().limit(ofEachKind))
                .toList();
    }

    static Path withListing() {
        return pages().values().stream()
                .flatMap(List::stream)
                .filter(page -> text(page).contains("class=\"listingblock\""))
                .findFirst()
                .orElseThrow();
    }

    /** All pages by their kind, the longest first. */
    private static Map<String, List<Path>> pages() {
        Map<String, List<Path>> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SITE)) {
            files.filter(file -> file.toString().endsWith(".html"))
                    .sorted(Comparator.comparingInt((Path file) -> text(file).length())
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(file -> {
                        Matcher kind = KIND.matcher(text(file));
                        assertThat(kind.find()).as("%s has a kind", file).isTrue();
                        pages.computeIfAbsent(kind.group(1), name -> new ArrayList<>())
                                .add(file);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
