package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** One good exercise, one defect at a time in what stands beside it: answers, wrong answers, alternatives, prices. */
class SeededAnswersTest extends SeededScene {

    @Test
    void an_answer_broken_by_hand() throws IOException {
        sandbox.write(ANSWER, sandbox.read(STARTER));

        assertThat(findings(new AnswerRule(), Trials.SEEDS_OF_ANSWERS.size()))
                .hasSize(Trials.SEEDS_OF_ANSWERS.size())
                .allMatch(sentence -> sentence.contains("./dojo check append_once"));
    }

    @Test
    void an_answer_that_holds_for_some_seeds_only() throws IOException {
        sandbox.write("solutions/src/test/java/" + PACKAGE + "/FlakyHiddenTest.java", """
                package dojo.c04_conditional_writes.e2_append_once;

                import dojo.lab.junit.Seed;
                import dojo.lab.junit.WithLab;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;

                @WithLab
                class FlakyHiddenTest {
                    @Test
                    void lucky(Seed seed) {
                        Assertions.assertNotEquals(5, seed.value());
                    }
                }
                """);

        assertThat(findings(new AnswerRule(), Trials.SEEDS_OF_ANSWERS.size()))
                .singleElement()
                .asString()
                .contains("under seed 5");
    }

    @Test
    void a_par_that_nobody_measured() throws IOException {
        sandbox.replace(README, ":par-write-units: 1", ":par-write-units: 2");

        assertThat(findings(new AnswerRule()))
                .singleElement()
                .asString()
                .contains("2 WU")
                .contains("1 WU");
    }

    @Test
    void a_price_that_is_not_stated() throws IOException {
        sandbox.replace(VISIBLE, "    @Costs(requests = 1, readUnits = 0, writeUnits = 1)\n", "");

        assertThat(findings(new AnswerRule())).singleElement().asString().contains("0 visible checks");
    }

    @Test
    void a_wrong_answer_that_is_accepted() throws IOException {
        sandbox.write(WRONG, header(WRONG) + sandbox.read(ANSWER));

        assertThat(findings(new WrongAnswersRule(), Trials.SEEDS.size()))
                .filteredOn(sentence -> sentence.contains("is accepted"))
                .hasSize(Trials.SEEDS.size());
        assertThat(findings(new WrongAnswersRule())).contains("no_padding is accepted under seed 1.");
    }

    @Test
    void a_wrong_answer_without_an_owner() throws IOException {
        sandbox.replace(WRONG, "// Held by:", "// Owner:");

        assertThat(findings(new WrongAnswersRule())).singleElement().asString().contains("Held by");
    }

    @Test
    void a_wrong_answer_that_names_the_wrong_check() throws IOException {
        sandbox.replace(WRONG, "// Rejected by: ", "// Rejected by: not_");

        assertThat(findings(new WrongAnswersRule())).allMatch(sentence -> sentence.contains("is not rejected by not_"));
    }

    @Test
    void a_wrong_answer_that_does_not_compile() throws IOException {
        sandbox.replace(WRONG, "public Append append(", "public Append append((");

        assertThat(findings(new WrongAnswersRule())).singleElement().asString().contains("does not compile");
    }

    @Test
    void a_wrong_answer_that_nobody_would_believe() throws IOException {
        sandbox.replace(
                WRONG,
                "        try {",
                "        if (position < 9) {\n            return new"
                        + " Append.AlreadyThere();\n        }\n        try {");

        assertThat(findings(new WrongAnswersRule())).anyMatch(sentence -> sentence.contains("passes no visible check"));
    }

    @Test
    void two_wrong_answers_that_are_one() throws IOException {
        sandbox.write(WRONG.replace("no_padding", "same_again"), sandbox.read(WRONG));

        assertThat(findings(new WrongAnswersRule())).singleElement().asString().contains("teaches nothing");
    }

    @Test
    void too_few_wrong_answers() throws IOException {
        sandbox.delete("solutions/src/wrong/java/" + PACKAGE);

        assertThat(findings(new WrongAnswersRule())).singleElement().asString().contains("0 wrong answers");
    }

    @Test
    void too_few_wrong_answers_for_a_mistake_of_the_source() throws IOException {
        sandbox.replace(README, ":question:", ":source-mistake: append_turn\n:question:");

        assertThat(findings(new WrongAnswersRule()))
                .containsExactly("It has 3 wrong answers; keep at least 5, since it has a \":source-mistake:\".");
    }

    @Test
    void an_alternative_that_is_refused() throws IOException {
        sandbox.write(ALSO_RIGHT + "/mine/TurnLog.java", "// Idea: none\n" + sandbox.read(STARTER));

        assertThat(findings(new AlternativesRule())).singleElement().asString().startsWith("mine fails");
    }

    @Test
    void no_alternative_at_all() throws IOException {
        sandbox.delete(ALSO_RIGHT);

        assertThat(findings(new AlternativesRule())).singleElement().asString().contains("no alternative");
    }
}
