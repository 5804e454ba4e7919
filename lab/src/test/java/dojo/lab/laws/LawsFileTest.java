package dojo.lab.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.laws.Everything.Colour;
import dojo.lab.laws.Everything.Hole;
import dojo.lab.laws.Everything.Small;
import dojo.lab.laws.Everything.Strict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LawsFileTest extends LawsFileScene {

    @Test
    void a_file_with_nothing_in_it_switches_nothing_on() {
        assertThat(parse("")).isEqualTo(new LawsFile(9, List.of()));
        assertThat(parse("# only words\nseed = 42\n")).isEqualTo(new LawsFile(42, List.of()));
    }

    @Test
    void a_section_alone_is_the_law_of_the_real_service() {
        assertThat(parse("[everything]").settings()).containsExactly(Everything.real());
    }

    @Test
    void every_type_of_value_is_read() {
        LawsFile file = parse("""
                seed = -7
                [everything]
                leak-rate = 2
                buckets = 0x10
                most-bytes = 9_223_372_036_854_775_807
                lidded = false
                settle-time = "1 h 30 min 0.5 s"
                label = 'a "b" \\ c'
                colour = "sky-blue"
                chance = 0.125
                limit = 12
                pause = "PT20M"
                note = "é漢🀄"
                second = "red"
                steps = ["1 d", "2 us", "3 ns", "4min"]
                names = ["x", "y"]

                [[everything.holes]]
                place = "side"
                width = 1e-3
                marks = [1, 2]

                [[everything.holes]]
                place = "top"
                width = 2.5
                count = 4
                """);

        assertThat(file.seed()).isEqualTo(-7);
        assertThat(file.settings())
                .containsExactly(new Everything(
                        2.0,
                        16,
                        Long.MAX_VALUE,
                        false,
                        Duration.ofMinutes(90).plusMillis(500),
                        "a \"b\" \\ c",
                        Colour.SKY_BLUE,
                        Optional.of(0.125),
                        Optional.of(12L),
                        Optional.of(Duration.ofMinutes(20)),
                        Optional.of("é漢🀄"),
                        Optional.of(Colour.RED),
                        List.of(
                                Duration.ofDays(1),
                                Duration.ofNanos(2_000),
                                Duration.ofNanos(3),
                                Duration.ofMinutes(4)),
                        List.of("x", "y"),
                        List.of(
                                new Hole("side", 0.001, Optional.empty(), List.of(1L, 2L)),
                                new Hole("top", 2.5, Optional.of(4), List.of()))));
    }

    @Test
    void files_of_other_systems_are_read_too() {
        assertThat(parse("\uFEFFseed = 3\r\n[small]\r\nsize = 2\r\n"))
                .isEqualTo(new LawsFile(3, List.of(new Small(2))));
        assertThat(parse("small.size = 2").settings()).containsExactly(new Small(2));
        assertThat(parse("everything.holes = [{ place = \"here\", width = 1 }]").settings())
                .singleElement()
                .extracting(record -> ((Everything) record).holes())
                .isEqualTo(List.of(new Hole("here", 1, Optional.empty(), List.of())));
    }

    @Test
    void all_mistakes_of_a_file_are_named_at_once_in_the_order_of_its_lines() {
        assertThat(mistakes("""
                        sede = 4
                        [everything]
                        leak-rat = 1
                        buckets = "many"
                        most-bytes = 1.5
                        lidded = "yes"
                        settle-time = 20
                        label = 7
                        colour = "sky-blew"
                        chance = "often"
                        pause = "20 parsecs"
                        steps = "1 s"
                        names = ["a", 2]
                        zzz = 1
                        [[everything.holes]]
                        place = "x"
                        width = -1
                        [[everything.holes]]
                        depth = 3
                        [evrything]
                        [quantum]
                        """))
                .containsExactly(
                        "laws.toml:1: There is no law called sede. Did you mean seed?",
                        "laws.toml:3: everything has no leak-rat. Did you mean leak-rate?",
                        "laws.toml:4: everything.buckets is \"many\". Give a whole number up to 2,147,483,647.",
                        "laws.toml:5: everything.most-bytes is 1.5. Give a whole number.",
                        "laws.toml:6: everything.lidded is \"yes\". Give true or false.",
                        "laws.toml:7: everything.settle-time is 20. A time needs a unit, and quotes around both: \"20 ms\""
                                + " or \"20 s\".",
                        "laws.toml:8: everything.label is 7. Give a text in quotes.",
                        "laws.toml:9: everything.colour is \"sky-blew\". Did you mean \"sky-blue\"? Give one of \"red\","
                                + " \"sky-blue\".",
                        "laws.toml:10: everything.chance is \"often\". Give a number.",
                        "laws.toml:11: everything.pause is \"20 parsecs\". Give a time such as \"20 ms\" or \"1 h 30 min\".",
                        "laws.toml:12: everything.steps is \"1 s\". Give a list in brackets, each a time such as \"20 ms\""
                                + " or \"1 h 30 min\".",
                        "laws.toml:13: everything.names[2] is 2. Give a text in quotes.",
                        "laws.toml:14: everything has no zzz. It has leak-rate, buckets, most-bytes, lidded, settle-time,"
                                + " label, colour, chance, limit, pause, note, second, steps, names, holes.",
                        "laws.toml:17: everything.holes[1]: width is -1.0. Give a number above 0.",
                        "laws.toml:18: everything.holes[2] lacks place. Give a text in quotes.",
                        "laws.toml:18: everything.holes[2] lacks width. Give a number.",
                        "laws.toml:19: everything.holes[2] has no depth. It has place, width, count, marks.",
                        "laws.toml:20: There is no law called evrything. Did you mean [everything]?",
                        "laws.toml:21: There is no law called quantum. There is everything, small, strict.");
    }

    @Test
    void values_out_of_range_are_named_by_their_lines_as_many_as_there_are() {
        assertThat(mistakes("""
                        [everything]
                        leak-rate = -1
                        label = "leak"
                        settle-time = "PT-5S"
                        """))
                .containsExactly(
                        "laws.toml:2: everything: leak-rate is -1.0. Give a number from 0.",
                        "laws.toml:4: everything: The settle time is PT-5S. Give one from 0.");
    }

    @Test
    void a_refusal_that_follows_from_another_mistake_is_not_held_against_the_file() {
        // Were -1 replaced by the usual value, the 9 buckets would still be fewer than it.
        assertThat(mistakes("[everything]\nbuckets = 9\nmost-bytes = 8\nleak-rate = -1\n"))
                .containsExactly(
                        "laws.toml:2: everything: There are more buckets than most-bytes allows. Take fewer.",
                        "laws.toml:4: everything: leak-rate is -1.0. Give a number from 0.");
    }

    @Test
    void two_values_that_fit_only_together_are_read_together() {
        assertThat(parse("[everything]\nbuckets = 2\nmost-bytes = 2").settings())
                .hasSize(1);
    }

    @Test
    void a_number_that_no_variable_can_hold_is_refused() {
        assertThat(mistakes("[everything]\nbuckets = 3_000_000_000\nchance = nan\nlimit = 99999999999999999999\n"))
                .containsExactly(
                        "laws.toml:2: everything.buckets is 3000000000. Give a whole number up to 2,147,483,647.",
                        "laws.toml:3: everything.chance is NaN. Give a number.",
                        "laws.toml:4: This is no TOML. Integer is too large.");
        assertThat(mistakes("[everything]\nsettle-time = \"999999999999999999 d\"\npause = \"0.5 ns\""))
                .hasSize(2);
    }

    @Test
    void keys_and_sections_given_twice_are_refused() {
        assertThat(mistakes("seed = 1\nseed = 2\n[small]\nsize = 3\nsize = 4\n[small]\n"))
                .containsExactly(
                        "laws.toml:2: seed is given twice, first in line 1. Keep one of them.",
                        "laws.toml:5: size is given twice, first in line 4. Keep one of them.",
                        "laws.toml:6: small is given twice, first in line 3. Keep one of them.");
    }

    @Test
    void a_text_that_is_no_toml_is_refused_where_it_stops_being_one() {
        assertThat(mistakes("seed = 1\njust words\n"))
                .containsExactly("laws.toml:2: This is no TOML. Unexpected 'words', expected . or =.");
        assertThat(mistakes("[everything]\n\nsettle-time = 20ms\n"))
                .containsExactly(
                        "laws.toml:3: This is no TOML. Unexpected 'ms', expected a newline or end-of-input. Put a"
                                + " time in quotes, such as \"20 ms\".");
        assertThat(mistakes("seed = \"x\"\nsmall = 3\nstrict = []"))
                .containsExactly(
                        "laws.toml:1: seed is \"x\". Give a whole number.",
                        "laws.toml:2: small is a law, and is given a value. Write [small] in a line of its own.",
                        "laws.toml:3: strict is a law, and is given a value. Write [strict] in a line of its own.");
    }

    @Test
    void settings_without_usual_values_must_be_given_whole() {
        assertThat(mistakes("\n[strict]"))
                .containsExactly("laws.toml:2: strict lacks size. Give a whole number up to 2,147,483,647.");
        assertThat(parse("[strict]\nsize = 5").settings()).containsExactly(new Strict(5));
    }

    @Test
    void laws_that_contradict_each_other_are_refused() {
        assertThat(mistakes("[small]\nsize = 0\n\n[everything]\n"))
                .containsExactly("laws.toml:4: A lid needs a size: set lidded to false, or size above 0.");
        assertThat(parse("[small]\nsize = 0\n[everything]\nlidded = false").settings())
                .hasSize(2);
    }

    private static List<String> mistakes(String text) {
        try {
            return List.of("no mistake in " + parse(text));
        } catch (MistakenLaws mistaken) {
            List<String> all =
                    mistaken.mistakes().stream().map(Mistake::toString).toList();
            assertThat(mistaken.getMessage()).isEqualTo(String.join("\n", all));
            return all;
        }
    }
}
