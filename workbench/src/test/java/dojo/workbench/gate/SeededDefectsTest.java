package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One good exercise, one defect at a time: the gate must see each, by the rule that is there for it. */
class SeededDefectsTest extends SeededScene {

    @Test
    void the_exercise_itself_is_good() {
        assertThat(Gate.over(folder, CHECKER.get(), 1).alsoUntouched().judge(List.of(), judged -> {}))
                .isEmpty();
    }

    @Test
    void a_listed_exercise_that_vanished() throws IOException {
        sandbox.write("exercises/curriculum.txt", "first_query\nappend_once\n");

        assertThat(Gate.over(folder, CHECKER.get(), 1).judge(List.of("no such"), judged -> {}))
                .isEmpty();
        assertThat(Gate.brief(folder, CHECKER.get(), 1, 1).judge(List.of(), judged -> {}))
                .extracting(Finding::exercise, Finding::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("first_query", "curriculum"));
    }

    @Test
    void an_exercise_that_is_not_listed() throws IOException {
        sandbox.write("exercises/curriculum.txt", "first_query (announced)\n");

        assertThat(Gate.brief(folder, CHECKER.get(), 1, 1).judge(List.of(), judged -> {}))
                .extracting(Finding::rule)
                .containsExactly("curriculum");
    }

    @Test
    void a_text_without_its_parts() throws IOException {
        sandbox.replace(README, "== Afterwards", "== Later");
        sandbox.replace(README, ":fidelity: local", ":fidelity: perfect");
        sandbox.replace(README, ":question: q06-duplicate-turns\n", "");
        sandbox.replace(README, ". Which part of the sort key", "Which part of the sort key");
        sandbox.replace(README, "== Task", "== Task " + "x".repeat(80));

        assertThat(findings(new ReadmeRule()))
                .anySatisfy(sentence -> assertThat(sentence).contains("== Afterwards"))
                .anySatisfy(sentence -> assertThat(sentence).contains(":fidelity: perfect"))
                .anySatisfy(sentence -> assertThat(sentence).contains(":question:"))
                .anySatisfy(sentence -> assertThat(sentence).contains("3 hints"))
                .anySatisfy(sentence -> assertThat(sentence).contains("columns wide"));
    }

    @Test
    void a_first_hint_that_nobody_can_meet() throws IOException {
        String text = sandbox.read(README).replaceFirst("(?s)== First hint.*?(?=== Hints)", "");
        sandbox.write(README, text.replace("== Hints", """
                == First hint

                Look closely.

                a_retry_stores_nothing_new:: What is the same in both?
                a_retry_stores_nothing_new, PutItem:: And here?
                a_retry_stores_nothing_new, put:: No.
                no_such_check:: No.
                a_retry_stores_nothing_new::

                == Hints"""));

        assertThat(findings(new FirstHintRule()))
                .hasSize(5)
                .anySatisfy(sentence -> assertThat(sentence).contains("\"Look closely.\" stands above"))
                .anySatisfy(sentence -> assertThat(sentence).contains("\"put\", which no bill can show"))
                .anySatisfy(sentence -> assertThat(sentence).contains("\"no_such_check::\" names no check"))
                .anySatisfy(sentence -> assertThat(sentence).contains("says nothing"))
                .anySatisfy(sentence -> assertThat(sentence).contains("stands twice"));
    }

    @Test
    void an_incident_too_short_to_be_recognised() throws IOException {
        String text = sandbox.read(README);
        int from = text.indexOf("\n\n") + 2;
        sandbox.write(README, text.substring(0, from) + "It broke.\n\n" + text.substring(text.indexOf("== Task")));

        assertThat(findings(new ReadmeRule())).singleElement().asString().contains("1 lines");
    }

    @Test
    void a_stray_file_and_a_file_too_long() throws IOException {
        sandbox.write("exercises/src/main/java/" + PACKAGE + "/notes.txt", "to do");
        sandbox.write(VISIBLE, sandbox.read(VISIBLE) + "\n".repeat(150));

        assertThat(findings(new FilesRule())).hasSize(2).anyMatch(sentence -> sentence.startsWith("notes.txt"));
    }

    @Test
    void hidden_checks_that_are_missing() throws IOException {
        sandbox.delete("solutions/src/test/java/" + PACKAGE);

        assertThat(findings(new FilesRule())).singleElement().asString().contains("no hidden check");
    }

    @Test
    void twins_with_different_signatures() throws IOException {
        sandbox.replace(ANSWER, "public Append append(String sessionId", "public Append append(Object sessionId");

        assertThat(findings(new TwinsRule())).singleElement().asString().contains("differ");
    }

    @Test
    void an_answer_with_a_file_too_many() throws IOException {
        sandbox.write(ANSWER.replace("TurnLog", "Helper"), "package dojo; class Helper {}");

        assertThat(findings(new TwinsRule())).singleElement().asString().contains("[Helper.java]");
    }

    @Test
    void a_starter_that_is_already_right() throws IOException {
        sandbox.write(STARTER, sandbox.read(ANSWER));

        assertThat(findings(new StarterRule())).singleElement().asString().contains("nothing to solve");
    }

    @Test
    void a_starter_that_does_not_compile() throws IOException {
        sandbox.replace(STARTER, "HashMap<>", "HashMap<");

        assertThat(findings(new StarterRule())).singleElement().asString().contains("does not compile");
    }

    @Test
    void a_starter_that_throws_instead_of_being_wrong() throws IOException {
        sandbox.replace(
                STARTER,
                "        try {",
                "        if (position == 1 && clock.millis() % 2 == 1) {\n"
                        + "            throw new UnsupportedOperationException(\"TODO\");\n        }\n        try {");
        sandbox.replace(
                README,
                ":starter-fails: a_retry_stores_nothing_new",
                ":starter-fails: a_new_turn_is_stored_for_one_write_unit");

        assertThat(findings(new StarterRule())).singleElement().asString().contains("by an exception");
    }

    @Test
    void a_starter_that_throws_an_assertion_of_its_own() throws IOException {
        sandbox.replace(
                STARTER,
                "        try {",
                "        if (position == 1) {\n            throw new AssertionError(\"TODO\");\n        }\n        try {");
        sandbox.replace(
                README,
                ":starter-fails: a_retry_stores_nothing_new",
                ":starter-fails: a_new_turn_is_stored_for_one_write_unit");

        assertThat(findings(new StarterRule()))
                .isNotEmpty()
                .allSatisfy(sentence ->
                        assertThat(sentence).contains("The starter itself throws", "TurnLog.java:", "TODO"));
    }

    @Test
    void a_starter_that_throws_where_only_a_hidden_check_comes() throws IOException {
        sandbox.replace(
                STARTER,
                "        try {",
                "        if (sessionId.equals(\"s-77\")) {\n            throw new IllegalStateException(\"not yet\");\n        }\n        try {");

        assertThat(findings(new StarterRule())).isEmpty();
        sandbox.write(HIDDEN.replace("TurnLog", "More"), """
                package dojo.c04_conditional_writes.e2_append_once;

                import dojo.lab.junit.WithLab;
                import org.junit.jupiter.api.Test;
                import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

                @WithLab
                class MoreHiddenTest {
                    @Test
                    void another_session(DynamoDbClient ddb) {
                        new TurnLog(ddb, "t", java.time.InstantSource.system())
                                .append("s-77", 1, new Turn("r-1", "user", "Hello!"));
                    }
                }
                """);
        assertThat(findings(new StarterRule())).singleElement().asString().contains("another_session", "not yet");
    }

    @Test
    void a_starter_that_fails_elsewhere_than_stated() throws IOException {
        sandbox.replace(README, ":starter-fails: a_retry", ":starter-fails: another_retry");

        assertThat(findings(new StarterRule())).singleElement().asString().contains("a_retry_stores_nothing_new");
    }

    @Test
    void a_starter_that_a_learner_has_edited_is_seen_only_on_request() throws IOException {
        sandbox.replace(LEARNERS, "catch (", "catch  (");

        assertThat(findings(new StarterRule())).isEmpty();
        assertThat(findings(new UntouchedRule())).singleElement().asString().contains("./dojo reset append_once");
    }
}
