package dojo.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentStoreTest {
    private static final Instant NOON = Instant.parse("2086-11-22T12:00:00Z");

    private final Path folder;
    private final ContentStore store;
    private Instant now = NOON;

    FileContentStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.store = FileContentStore.in(folder.resolve("content"), Runnable::run, () -> now);
    }

    @Test
    void what_was_put_is_there_until_it_is_deleted() {
        put("a/b", "one");
        put("a/b", "one");

        assertThat(get("a/b")).isEqualTo("one");
        store.delete("a/b").join();
        store.delete("a/b").join();
        assertThat(store.get("a/b").join()).isEmpty();
        assertThat(store.get("a/b/never").join()).isEmpty();
    }

    @Test
    void names_that_differ_in_capitals_or_begin_each_other_are_different_names() {
        List<String> names = List.of("a", "A", "a/b", "a/B", "a./b", "aB=".replace("=", "_"), "ab");
        names.forEach(name -> put(name, name));

        assertThat(names).allSatisfy(name -> assertThat(get(name)).isEqualTo(name));
        assertThat(names("")).containsExactlyElementsOf(names.stream().sorted().toList());
    }

    @Test
    void a_list_holds_what_begins_so_in_order_with_size_and_age() {
        put("s1/2", "22");
        now = NOON.plusSeconds(60);
        put("s1/1", "1");
        put("s2/1", "x");

        assertThat(store.list("s1/", "").join().kept())
                .containsExactly(
                        new ContentStore.Kept("s1/1", 1, NOON.plusSeconds(60)), new ContentStore.Kept("s1/2", 2, NOON));
        assertThat(names("s")).containsExactly("s1/1", "s1/2", "s2/1");
        assertThat(names("s1/2")).containsExactly("s1/2");
        assertThat(names("none/")).isEmpty();
    }

    @Test
    void a_long_list_comes_in_pages() {
        List<String> all =
                IntStream.range(0, 1_001).mapToObj(i -> "p/" + (10_000 + i)).toList();
        all.forEach(name -> put(name, ""));

        ContentStore.Listed first = store.list("p/", "").join();
        ContentStore.Listed second =
                store.list("p/", first.kept().get(999).name()).join();

        assertThat(first.kept()).hasSize(1_000);
        assertThat(first.last()).isFalse();
        assertThat(second.kept()).extracting(ContentStore.Kept::name).containsExactly("p/11000");
        assertThat(second.last()).isTrue();
    }

    @Test
    void no_folder_of_a_session_is_left_behind() throws Exception {
        put("session./1/2/x", "one");
        store.delete("session./1/2/x").join();

        try (var left = Files.list(folder.resolve("content"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void many_writers_and_deleters_in_one_folder_lose_nothing() {
        IntStream.range(0, 200).parallel().forEach(i -> {
            put("s./1/" + i, "keep");
            put("s./2/" + i, "drop");
            store.delete("s./2/" + i).join();
        });

        assertThat(names("s./")).hasSize(200).allMatch(name -> name.startsWith("s./1/"));
    }

    @Test
    void a_name_that_could_leave_the_folder_is_refused() {
        for (String name :
                List.of("", "../x", "a/../b", "/etc/passwd", "a//b", "a\\b", "x".repeat(121), ".half", "a~", "é")) {
            assertThatThrownBy(() -> store.get(name)).hasMessageContaining("encode it");
        }
        assertThatThrownBy(() -> store.list("../", "")).hasMessageContaining("encode it");
    }

    private void put(String name, String content) {
        store.put(name, content.getBytes(UTF_8)).join();
    }

    private String get(String name) {
        return new String(store.get(name).join().orElseThrow(), UTF_8);
    }

    private List<String> names(String prefix) {
        return store.list(prefix, "").join().kept().stream()
                .map(ContentStore.Kept::name)
                .toList();
    }
}
