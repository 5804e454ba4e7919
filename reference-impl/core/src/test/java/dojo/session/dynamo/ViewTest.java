package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.NewSession;
import dojo.session.dynamo.View.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ViewTest {
    private static final Meta META = Items.newMeta(NewSession.of("s-42"), 4, Hands.NOON, Upkeep.usual(), "");

    @Test
    void places_are_written_short_and_read_back_in_their_order() {
        List<Long> places = List.of(7L, 30L, 31L, 32L, 5L, 4L, 5L);

        assertThat(Places.write(places)).isEqualTo("7 30-32 5 4-5");
        assertThat(Places.read("7 30-32 5 4-5")).isEqualTo(places);
        assertThat(Places.read(Places.write(List.of()))).isEmpty();
    }

    @Test
    void a_view_comes_back_from_its_attributes() {
        View view = new View(4, 17, 12, List.of(1L, 2L), List.of(new Entry(9, digest("a")), new Entry(3, digest("b"))));

        assertThat(View.of(view.item(META))).isEqualTo(view);
        assertThat(View.of(View.none(4).item(META))).isEqualTo(View.none(4));
    }

    @Test
    void a_revision_counts_views_and_the_turns_between_them() {
        View view = View.none(1).next(5, List.of());

        assertThat(view.revision()).isEqualTo(6);
        assertThat(view.revisionAt(7)).isEqualTo(8);
    }

    @Test
    void a_list_of_forty_turns_is_less_than_a_kilobyte() {
        List<Entry> forty = LongStream.range(900, 940)
                .mapToObj(place -> new Entry(place, digest("turn " + place)))
                .toList();
        long bytes = View.none(1).next(940, forty).item(META).entrySet().stream()
                .mapToLong(attribute -> attribute.getKey().length() + size(attribute.getValue()))
                .sum();

        assertThat(bytes).isLessThan(1_024 - 100);
    }

    @Test
    void equal_turns_are_matched_from_the_end_so_that_a_window_stays_one_span() {
        List<Entry> known = List.of(
                new Entry(1, digest("hi")),
                new Entry(2, digest("yes")),
                new Entry(3, digest("hi")),
                new Entry(4, digest("yes")));

        assertThat(Matching.of(known, List.of(digest("hi"), digest("yes"), digest("new"))))
                .containsExactly(2, 3, -1);
    }

    @Test
    void a_place_is_used_once_and_turned_lists_are_matched_all_the_same() {
        List<Entry> known = List.of(new Entry(1, digest("a")), new Entry(2, digest("b")));

        assertThat(Matching.of(known, List.of(digest("b"), digest("a"), digest("b"))))
                .containsExactly(-1, 0, 1);
        assertThat(Matching.of(known, List.of(digest("b"), digest("a")))).containsExactly(1, 0);
    }

    private static int size(AttributeValue value) {
        return value.b() != null
                ? value.b().asByteArray().length
                : value.n() != null ? 12 : value.s().length();
    }

    private static SdkBytes digest(String text) {
        return SdkBytes.fromByteArray(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 16));
    }
}
