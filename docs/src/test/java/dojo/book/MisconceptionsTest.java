package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisconceptionsTest {

    private static final String SOUND = """
            # Said about light.
            = The sky

            [the-sea-is-mirrored]
            there: question 1
            verdict: wrong
            wrong: The sky is blue because it mirrors the sea.
            right: Blue light is scattered more.
            right: The sea mirrors the sky.
            proof: sky-01
            exercise: look_up
            source: https://example.org/sky[The sky]
            """;

    @Test
    void the_misconceptions_of_this_book_are_written_as_they_should_be() {
        Path docs = Path.of(System.getProperty("basedir", "."));
        Path file = docs.resolve("misconceptions.txt");
        Misconceptions read = Misconceptions.parse(Sources.lines(file));

        assertThat(read.problems(new Exhibits(all(read)), CurriculumIds.of(docs.resolve(".."))))
                .isEmpty();
        assertThat(read.all()).hasSizeGreaterThanOrEqualTo(34);
    }

    @Test
    void a_sound_entry_has_no_problem_and_is_printed_with_all_it_has() {
        Misconceptions read = Misconceptions.parse(SOUND.lines().toList());

        assertThat(problems(SOUND)).isEmpty();
        assertThat(MisconceptionPages.part(read))
                .contains(
                        "[#wrong-about-the-sky.misconceptions%breakable]\n== Wrong about the sky",
                        "[#wrong-the-sea-is-mirrored.misconception]\n=== The sea is mirrored",
                        "Wrong: \"`The sky is blue because it mirrors the sea.`\"::\nBlue light is scattered more.\nThe sea",
                        "There: question 1. Proof: <<sky-01>>. Exercise: `look_up`. Source: https://example.org/sky[The sky].");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "there: question 1          | ''                   | does not say where the write-up says it",
                "verdict: wrong             | verdict: doubtful    | is \"doubtful\", not",
                "wrong: The sky             | right: The sky       | has no wrong sentence",
                "proof: sky-01              | proof: sky-09        | exhibit sky-09 left no record",
                "exercise: look_up          | exercise: look_down  | there is no exercise look_down",
                "https://example.org/sky[The sky] | a book         | is not https://…[Title]",
                "= The sky                  | ''                   | stands below no topic",
                "right: The sea             | rihgt: The sea       | is no line of an entry",
            })
    void a_seeded_defect_is_caught(String sound, String broken, String expected) {
        assertThat(SOUND).contains(sound);

        assertThat(problems(SOUND.replace(sound, broken)))
                .anySatisfy(problem -> assertThat(problem).contains(expected));
    }

    @Test
    void an_entry_without_proof_and_source_is_caught() {
        String bare = SOUND.replaceAll("(proof|source): .*\n", "");

        assertThat(problems(bare)).containsExactly("4: the-sea-is-mirrored has neither proof nor source");
    }

    @Test
    void an_entry_that_says_nothing_right_and_an_id_used_twice_are_caught() {
        assertThat(problems(SOUND.replaceAll("right: .*\n", "")))
                .containsExactly("4: the-sea-is-mirrored does not say what is right");
        assertThat(problems(SOUND + SOUND)).contains("16: the id the-sea-is-mirrored is taken");
    }

    private static List<String> problems(String text) {
        var curriculum = new CurriculumIds(Map.of("look_up", ""), Map.of());
        return Misconceptions.parse(text.lines().toList())
                .problems(new Exhibits(List.of(record("sky-01"))), curriculum);
    }

    /** As if every exhibit had run; that each has, the build of the book checks. */
    private static List<ExhibitRecord> all(Misconceptions read) {
        return read.all().stream()
                .flatMap(entry -> entry.proofs().stream())
                .map(MisconceptionsTest::record)
                .toList();
    }

    private static ExhibitRecord record(String id) {
        return new ExhibitRecord(id, "dojo.Sky_01_IsBlue", "It is blue.", List.of());
    }
}
