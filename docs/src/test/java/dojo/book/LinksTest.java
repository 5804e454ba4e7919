package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks every page that the book links whether it is there; opt in with {@code -Ddojo.links=true}.
 *
 * <p>A page that answered is believed for a day: the times are kept in {@code .dojo/links.properties}.
 */
class LinksTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "."), "..").normalize();
    private static final Duration BELIEVED = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "dojo.links", matches = "true")
    void every_page_that_is_linked_is_there() throws IOException {
        List<Path> texts = new ArrayList<>(Sources.below(ROOT.resolve("docs/book"), ".adoc"));
        texts.addAll(Sources.below(ROOT.resolve("docs/questions"), ".adoc"));
        texts.add(ROOT.resolve("docs/facts.txt"));
        texts.add(ROOT.resolve("docs/misconceptions.txt"));
        texts.addAll(Sources.below(ROOT.resolve("lab/src/main/java"), ".java"));

        List<String> gone = unreachable(Links.in(texts), ROOT.resolve(".dojo/links.properties"));

        assertThat(gone)
                .as("pages that are linked and did not answer with success")
                .isEmpty();
    }

    @Test
    void links_are_found_with_the_files_that_hold_them_and_without_anchors() throws IOException {
        Path one = Files.writeString(
                folder.resolve("one.adoc"), "See https://aws.test/a.html#b[A] (https://aws.test/c).\n");
        Path two = Files.writeString(
                folder.resolve("two.txt"),
                "x | https://aws.test/a.html | https://example.org/no | http://lab.invalid\n");

        assertThat(Links.in(List.of(one, two)).byAddress())
                .containsOnlyKeys("https://aws.test/a.html", "https://aws.test/c")
                .hasEntrySatisfying(
                        "https://aws.test/a.html", files -> assertThat(files).containsExactly("one.adoc", "two.txt"));
    }

    /** All failures are gathered before one is told; what is known to answer is not asked again. */
    private static List<String> unreachable(Links links, Path cache) throws IOException {
        Properties answered = read(cache);
        Instant now = Instant.now();
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        List<String> gone = new ArrayList<>();
        for (var link : links.byAddress().entrySet()) {
            String known = answered.getProperty(link.getKey());
            if (known != null && Instant.parse(known).isAfter(now.minus(BELIEVED))) {
                continue;
            }
            Optional<String> failure = failure(client, link.getKey());
            if (failure.isPresent()) {
                gone.add(failure.get() + " " + link.getKey() + " in " + link.getValue());
            } else {
                answered.setProperty(link.getKey(), now.toString());
            }
        }
        write(cache, answered);
        return gone;
    }

    private static Optional<String> failure(HttpClient client, String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(20))
                    .header("User-Agent", "Mozilla/5.0 (link check of a book)")
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status < 400 ? Optional.empty() : Optional.of(String.valueOf(status));
        } catch (IOException | IllegalArgumentException failed) {
            return Optional.of(failed.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static Properties read(Path cache) throws IOException {
        var answered = new Properties();
        if (Files.isRegularFile(cache)) {
            try (var in = Files.newBufferedReader(cache)) {
                answered.load(in);
            }
        }
        return answered;
    }

    private static void write(Path cache, Map<Object, Object> answered) throws IOException {
        Files.createDirectories(cache.resolveSibling("."));
        var lines = answered.entrySet().stream()
                .map(entry ->
                        entry.getKey().toString().replace(":", "\\:").replace("=", "\\=") + "=" + entry.getValue())
                .sorted()
                .toList();
        Files.write(cache, lines);
    }
}
