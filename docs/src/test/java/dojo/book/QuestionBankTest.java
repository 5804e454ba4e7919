package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionBankTest {

    static final String SOUND = """
            = Why is the sky blue?
            :id: q77-why-blue
            :level: junior
            :topics: light
            :exhibit: sky-01
            :exercise: look_up

            == Opener
            Blue light scatters more.
            == Answer
            It is scattered.
            == Deeper
            Much deeper.
            == Traps
            Wrong: "`It mirrors the sea.`"::
            The sea mirrors the sky.
            Wrong: "`Blue is what air is.`"::
            Air has no colour of its own.
            == Follow-ups
            And at night?::
            No sun.
            And at dusk?::
            A longer way.
            And on Mars?::
            Dust.
            == Rubric
            Must have::
            * Says scattering.
            * Says wavelength.
            Bonus::
            * Names Rayleigh.
            * Explains sunsets.
            Red flags::
            * Blames the sea.
            Junior:: Knows that it scatters.
            Senior:: Knows why.
            Staff:: Knows when not.
            == Proof
            * <<sky-01>> looks up.
            == Practise
            Go outside.
            == Sources
            * https://example.org/sky[The sky]: light of short waves scatters more.
            """;

    private static final Exhibits EXHIBITS =
            new Exhibits(List.of(new ExhibitRecord("sky-01", "dojo.Sky_01_IsBlue", "It is blue.", List.of())));

    @Test
    void a_sound_question_has_no_problem() {
        assertThat(problems(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void a_missing_section_is_named_with_what_to_add(String section) {
        String without = SOUND.replaceFirst("== " + section + "\n", "");

        assertThat(problems(without)).anySatisfy(problem -> {
            assertThat(problem.where()).endsWith("q77-why-blue.adoc");
            assertThat(problem.what()).contains("\"" + section + "\" is missing");
            assertThat(problem.remedy()).contains("add \"== " + section + "\"");
        });
    }

    static Stream<String> sections() {
        return Question.SECTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void a_missing_attribute_is_named_with_what_to_add(String attribute) {
        String without = SOUND.replaceFirst(":" + attribute + ": .*\n", "");

        assertThat(problems(without))
                .anySatisfy(problem -> assertThat(problem.remedy()).contains("add \":" + attribute + ": …\""));
    }

    static Stream<String> attributes() {
        return Question.ATTRIBUTES.stream();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "= Why is the sky blue? | Why is the sky blue?       | no title",
                ":level: junior         | :level: wizard             | level \"wizard\" is unknown",
                ":id: q77-why-blue      | :id: Q77                   | id \"Q77\" does not fit",
                ":exercise: look_up     | :exercise: c01.look-up     | exercise \"c01.look-up\" is no exercise id",
                ":exhibit: sky-01       | :exhibit: sky-09           | exhibit sky-09 left no record",
                ":level: junior         | :level: junior\\n:evening: 4 | evening \"4\" is unknown",
                ":exhibit: sky-01       | :exhibit: none, sky-01     | :exhibit: says none and names one",
                "And on Mars?::         | And on Mars::              | there are 2 follow-ups",
                "* <<sky-01>> looks up. | * A test looks up.         | the proof does not cite sky-01",
                "* Names Rayleigh.      | Names Rayleigh.            | the rubric has 3 points",
                "Staff:: Knows when not.| The rest is silence.       | the rubric lacks \"Staff\"",
                "Blue light scatters    | It scatters.\\nMuch of it  | the opener has 2 lines",
                "[The sky]: light       | [The sky], light           | source \"* https://example.org/sky",
            })
    void a_seeded_defect_is_caught(String sound, String broken, String expected) {
        assertThat(SOUND).contains(sound);

        assertThat(problems(SOUND.replace(sound, broken.replace("\\n", "\n"))))
                .anySatisfy(problem -> assertThat(problem.what()).contains(expected));
    }

    @Test
    void a_question_that_no_test_can_show_says_none() {
        Question question = parse(SOUND.replace(":exhibit: sky-01", ":exhibit: none")
                .replace(":exercise: look_up", ":exercise: none\n:also-asked: Is it blue? | Always blue?\n:evening: 2")
                .replace("* <<sky-01>> looks up.", "No test reaches the sky."));

        assertThat(new QuestionBank(List.of(question)).problems(EXHIBITS)).isEmpty();
        assertThat(question.exhibits()).isEmpty();
        assertThat(question.exercises()).isEmpty();
        assertThat(question.alsoAsked()).containsExactly("Is it blue?", "Always blue?");
        assertThat(question.evening()).isEqualTo(2);
    }

    @Test
    void a_wrong_sentence_that_is_not_marked_as_wrong_is_caught() {
        String unmarked = SOUND.replace("Wrong: \"`It mirrors the sea.`\"::", "It mirrors the sea.::");

        assertThat(problems(unmarked))
                .extracting(Problem::what)
                .contains("trap \"It mirrors the sea.::\" is not marked", "the traps quote 1 wrong sentences");
    }

    @Test
    void the_same_wording_twice_is_caught() {
        String twice = SOUND.replace(":level:", ":also-asked: Is it blue?|Is it blue?\n:level:");
        String title = SOUND.replace(":level:", ":also-asked: Why is the sky blue?\n:level:");

        assertThat(problems(twice)).extracting(Problem::what).containsExactly(":also-asked: says the same twice");
        assertThat(problems(title)).extracting(Problem::what).containsExactly(":also-asked: says the same twice");
    }

    @Test
    void an_answer_that_takes_more_than_a_minute_is_caught() {
        assertThat(problems(SOUND.replace("It is scattered.", "word ".repeat(181))))
                .extracting(Problem::what)
                .containsExactly("the answer has 181 words");
    }

    @Test
    void sections_in_another_order_are_caught() {
        String swapped = SOUND.replace("== Answer", "== X")
                .replace("== Deeper", "== Answer")
                .replace("== X", "== Deeper");

        assertThat(problems(swapped))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).startsWith("sections are [Opener, Deeper, Answer"));
    }

    @Test
    void two_questions_of_one_id_are_caught(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("q77-why-blue.adoc"), SOUND);
        Files.writeString(folder.resolve("q78-why-red.adoc"), SOUND);

        assertThat(QuestionBank.read(folder).problems(EXHIBITS))
                .extracting(Problem::what)
                .contains("id q77-why-blue is taken by q77-why-blue.adoc");
    }

    private static List<Problem> problems(String text) {
        return new QuestionBank(List.of(parse(text))).problems(EXHIBITS);
    }

    private static Question parse(String text) {
        return QuestionFile.parse(Path.of("q77-why-blue.adoc"), text.lines().toList());
    }
}
