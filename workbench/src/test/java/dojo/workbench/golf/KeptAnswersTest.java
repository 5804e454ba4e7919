package dojo.workbench.golf;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Passed;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {
    private static final Bill ONE = new Bill(1, 0.5, 0);

    @TempDir
    private Path root;

    private Exercise exercise;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
        exercise = Catalogue.read(root).find("find_one").orElseThrow();
    }

    @Test
    void another_bill_or_another_request_is_another_answer() throws IOException {
        keep(new Verdict.Passes(graded(ONE, "Query notes, 0.5 RU")));
        keep(new Verdict.Passes(graded(ONE, "Query notes with other words, 0.5 RU")));
        keep(new Verdict.Passes(graded(ONE, "GetItem notes, 0.5 RU")));
        keep(new Verdict.Passes(graded(new Bill(2, 1, 0), "Query notes, 0.5 RU", "Query notes, 0.5 RU")));

        assertThat(KeptAnswers.in(root).of(exercise))
                .containsExactly(
                        new KeptAnswers.Kept(1, ONE, List.of("Query")),
                        new KeptAnswers.Kept(2, ONE, List.of("GetItem")),
                        new KeptAnswers.Kept(3, new Bill(2, 1, 0), List.of("Query", "Query")));
        assertThat(Files.readString(root.resolve(".dojo/passes/find_one/2/Notes.java")))
                .isEqualTo(Files.readString(exercise.learnerFiles().get(0)));
    }

    @Test
    void what_fails_is_no_answer() {
        Graded graded = graded(ONE, "Query notes, 0.5 RU");
        keep(new Verdict.Fails(graded, graded.checks().get(0)));

        assertThat(KeptAnswers.in(root).of(exercise)).isEmpty();
    }

    @Test
    void the_latest_three_are_compared() {
        for (int requests = 1; requests <= 5; requests++) {
            keep(new Verdict.Passes(graded(new Bill(requests, 1, 0), "Query notes, 1 RU")));
        }

        assertThat(RightAnswer.yours(exercise, root))
                .extracting(RightAnswer::name)
                .containsExactly("yours, no. 3", "yours, no. 4", "yours, no. 5");
    }

    @Test
    void a_damaged_note_is_left_out() throws IOException {
        keep(new Verdict.Passes(graded(ONE, "Query notes, 0.5 RU")));
        Files.writeString(root.resolve(".dojo/passes/find_one/1/bill.txt"), "one\n");

        assertThat(KeptAnswers.in(root).of(exercise)).isEmpty();
    }

    private void keep(Verdict verdict) {
        KeptAnswers.in(root).keep(exercise, verdict);
    }

    private static Graded graded(Bill bill, String... requests) {
        CheckResult check = Passed.priced(bill, "", requests);
        return new Graded("find_one", List.of(check), Optional.of(bill), bill, new Millis(1, 2, 3), 1);
    }
}
