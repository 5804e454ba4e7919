package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Role;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeySentencesTest {
    private final KeySentences sentences = new KeySentences(100);

    private String of(List<StoredTurn> turns) {
        return sentences.summarize(Optional.empty(), turns);
    }

    @Test
    void what_fits_is_kept_as_it_was_said_and_in_that_order() {
        assertThat(of(Said.from(1, "Is volume 3 out?", "Yes. It costs 12 euro.")))
                .isEqualTo("User: Is volume 3 out?\nAssistant: Yes.\nAssistant: It costs 12 euro.");
    }

    @Test
    void sentences_of_frequent_words_win() {
        String summary = new KeySentences(60)
                .summarize(
                        Optional.empty(),
                        Said.from(
                                1,
                                "The parcel with volume 3 is lost.",
                                "Sorry to hear.",
                                "My dog barks loudly whenever somebody rings.",
                                "I see the parcel is lost, so volume 3 goes out again."));

        assertThat(summary).contains("parcel").doesNotContain("dog");
        assertThat(summary.length()).isLessThanOrEqualTo(60);
    }

    @Test
    void a_second_sentence_speaks_of_something_else() {
        String summary = new KeySentences(60)
                .summarize(
                        Optional.empty(),
                        Said.from(1, "The parcel is lost.", "Is the parcel lost?", "And the invoice is wrong."));

        assertThat(summary).contains("invoice");
    }

    @Test
    void lines_of_the_previous_summary_compete_with_new_sentences() {
        Summary before = new Summary(1, 20, "User: The parcel is lost.\nUser: Nice weather today.", Instant.EPOCH);

        String summary = new KeySentences(40)
                .summarize(Optional.of(before), Said.from(21, "Is the parcel lost for good?", "The parcel is found."));

        assertThat(summary).isEqualTo("User: The parcel is lost.");
    }

    @Test
    void what_tools_and_systems_say_is_left_out() {
        List<StoredTurn> turns = new ArrayList<>(Said.from(1, "Price?"));
        turns.add(Said.turn(2, Role.TOOL, "price price price"));
        turns.add(Said.turn(3, Role.SYSTEM, "Be brief about the price."));

        assertThat(of(turns)).isEqualTo("User: Price?");
        assertThat(of(turns.subList(1, 3))).isEqualTo("Nothing was said in words.");
    }

    @Test
    void a_sentence_longer_than_the_summary_is_cut_and_no_character_with_it() {
        String summary = of(Said.from(1, "\uD83D\uDCB4a".repeat(200)));

        assertThat(summary).endsWith("…").hasSizeLessThanOrEqualTo(100);
        assertThat(summary.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Test
    void sentences_end_as_they_do_in_other_scripts() {
        assertThat(of(Said.from(1, "三巻は出ましたか？はい。"))).isEqualTo("User: 三巻は出ましたか？\nUser: はい。");
    }

    @Test
    void the_same_turns_give_the_same_text_whatever_the_locale() {
        List<StoredTurn> turns = Said.from(1, "INVOICE IS WRONG.", "The invoice is right.", "Is it?", "I think so.");
        Locale usual = Locale.getDefault();
        String once = new KeySentences(50).summarize(Optional.empty(), turns);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new KeySentences(50).summarize(Optional.empty(), turns)).isEqualTo(once);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void a_summary_without_room_is_refused() {
        assertThatThrownBy(() -> new KeySentences(39)).hasMessageContaining("39");
    }
}
