package dojo.lab.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.laws.Everything.Colour;
import dojo.lab.laws.Everything.Hole;
import dojo.lab.laws.Everything.Small;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is printed is a laws file again. */
class PrintedLawsTest extends LawsFileScene {

    @Test
    void what_is_printed_is_read_back_equal() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            LawsFile file = new LawsFile(random.nextLong(), List.of(anything(random), new Small(random.nextInt())));

            String text = file.print(SECTIONS);

            assertThat(parse(text)).as(text).isEqualTo(file);
            assertThat(parse(text).print(SECTIONS)).isEqualTo(text);
        }
    }

    @Test
    void a_printed_file_says_what_each_key_means_and_what_it_is_usually() {
        assertThat(new LawsFile(1, List.of(Everything.real())).print(SECTIONS))
                .contains("""
                        seed = 1

                        [everything]

                        # documented: A bucket leaks. (https://example.org/buckets)
                        # a number; 0.25 unless given
                        leak-rate = 0.25

                        # a whole number up to 2,147,483,647; 3 unless given
                        buckets = 3
                        """)
                .contains("""
                        # How long it takes.
                        # a time such as "20 ms" or "1 h 30 min"; "20 ms" unless given
                        settle-time = "20 ms"
                        """)
                .contains("""
                        # one of "red", "sky-blue"; may be left out
                        # second = "red"
                        """)
                .contains("""
                        [[everything.holes]]
                        place = "bottom"
                        width = 1
                        marks = []
                        """)
                .contains("""
                        # [small]
                        #
                        # # a whole number up to 2,147,483,647; 1 unless given
                        # size = 1
                        """);
    }

    @Test
    void a_section_that_does_not_hold_can_be_switched_on_by_taking_its_marks_away() {
        String text = new LawsFile(9, List.of()).print(SECTIONS);

        assertThat(parse(text).settings()).isEmpty();
        int sections = text.indexOf("# [everything]");
        String awake = text.substring(sections).replaceAll("(?m)^# ?", "");
        assertThat(parse(awake).settings()).containsExactly(Everything.real(), Small.real());
    }

    @Test
    void settings_that_no_file_can_hold_are_a_defect() {
        record Odd(Object thing) {}
        assertThatThrownBy(() -> Part.of(Odd.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No laws file can hold a class java.lang.Object");
    }

    private static Everything anything(Random random) {
        return new Everything(
                Math.abs(number(random)),
                random.nextInt(),
                Long.MAX_VALUE - random.nextInt(1_000),
                false,
                time(random),
                text(random),
                colour(random),
                maybe(random, () -> number(random)),
                maybe(random, random::nextLong),
                maybe(random, () -> time(random)),
                maybe(random, () -> text(random)),
                maybe(random, () -> colour(random)),
                some(random, () -> time(random)),
                some(random, () -> text(random)),
                some(
                        random,
                        () -> new Hole(
                                text(random),
                                Math.abs(number(random)) + Double.MIN_NORMAL,
                                maybe(random, random::nextInt),
                                some(random, random::nextLong))));
    }

    /** Whole, broken, tiny and huge numbers. */
    private static double number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(100_000);
            case 1 -> random.nextGaussian();
            case 2 -> Double.longBitsToDouble(random.nextLong() & 0x7FEF_FFFF_FFFF_FFFFL);
            default -> Math.scalb(random.nextDouble(), -random.nextInt(60));
        };
    }

    private static Duration time(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofMillis(random.nextInt(100_000));
            case 1 -> Duration.ofSeconds(random.nextLong() >>> 16, random.nextInt(1_000_000_000));
            default -> Duration.ofHours(random.nextInt(3));
        };
    }

    private static String text(Random random) {
        List<String> pieces =
                List.of("a", " ", "\"", "\\", "\n", "\t", "#", "'", "é", "漢", "🀄", "=", "]", "\u0001", "\u007f");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static Colour colour(Random random) {
        return random.nextBoolean() ? Colour.RED : Colour.SKY_BLUE;
    }

    private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private static <T> List<T> some(Random random, Supplier<T> value) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(value.get());
        }
        return all;
    }
}
