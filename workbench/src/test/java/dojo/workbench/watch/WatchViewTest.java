package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.CATALOGUE;
import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.ROOT;
import static dojo.workbench.watch.Driver.SECOND;
import static dojo.workbench.watch.Driver.fails;
import static dojo.workbench.watch.Driver.graded;
import static dojo.workbench.watch.Driver.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.CompileProblem;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Difference;
import dojo.workbench.exercise.Difference.Part;
import dojo.workbench.exercise.Difference.Row;
import dojo.workbench.exercise.Difference.Side;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.Reading;
import dojo.workbench.screen.Approved;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each state of the watch view, compared with approved captures; look at them when you change it. */
class WatchViewTest {
    private static final String FILE = "exercises/src/main/java/dojo/c01_reading/e1_find_one/Notes.java";
    private static final Bill PAR = new Bill(1, 0.5, 0);

    private Driver driver = new Driver(Progress.NONE.withCurrent(FIRST.id()));

    private void isAsApproved(String name) {
        WatchModel state = driver.model;
        Approved.windows(
                "watch-" + name,
                (columns, rows) -> WatchView.lines(
                        state.on(new Event.Resized(columns, rows)).model()));
    }

    private static Graded costing(Bill bill, CheckResult... checks) {
        return new Graded(FIRST.id(), List.of(checks), Optional.of(bill), PAR, new Millis(41, 97, 152), 5);
    }

    private static CheckResult check(boolean passed, boolean priced, Bill bill, List<String> requests) {
        return new CheckResult(
                "the_note_is_found_by_its_key",
                passed,
                false,
                true,
                passed ? "" : "the notes of Ada",
                passed ? Optional.empty() : Optional.of(FILE + ":17"),
                passed || priced ? Optional.empty() : Optional.of("[NOTE#1, NOTE#2, NOTE#3, NOTE#4, NOTE#5]"),
                passed || priced ? Optional.empty() : Optional.of("[NOTE#1, NOTE#2, NOTE#4, NOTE#5, NOTE#6]"),
                bill,
                priced,
                requests,
                List.of(),
                List.of(),
                passed ? "" : "looking for Ada\n");
    }

    private static Verdict pass() {
        return new Verdict.Passes(costing(PAR, check(true, true, PAR, List.of())));
    }

    private static Aftermath aftermath() {
        var rows = List.of(
                new Row(Side.BOTH, "    Optional<Note> find(String id) {"),
                new Row(Side.YOURS, "        return all().stream().filter(note -> note.id().equals(id)).findFirst();"),
                new Row(Side.ANSWER, "        return get(id).map(Note::of);"),
                new Row(Side.BOTH, "    }"));
        return new Aftermath(
                new Difference(List.of(new Part("Notes.java", rows))),
                List.of(new Reading(
                        "question", "Why is a scan not a search?", ROOT.resolve("docs/questions/q10-scans.adoc"))));
    }

    @Test
    void the_first_minute() {
        driver = new Driver();
        driver.on(new Event.Opened());
        driver.on(new Event.Checked(new Verdict.NotStarted(
                costing(PAR, check(false, false, PAR, List.of())),
                Optional.of(check(false, false, PAR, List.of())),
                "The starter is as it was.")));

        isAsApproved("welcome");
    }

    @Test
    void the_task() {
        driver.press('t');
        driver.press('t');

        isAsApproved("task");
    }

    @Test
    void a_check_that_runs() {
        driver.save();

        isAsApproved("checking");
    }

    @Test
    void a_failure() {
        CheckResult first = check(false, false, PAR, List.of());
        driver.save(new Verdict.Fails(costing(PAR, first), first));

        isAsApproved("fails");
    }

    @Test
    void a_failure_by_its_price() {
        Bill bill = new Bill(1, 45.5, 0);
        CheckResult first = check(false, true, bill, List.of("Scan notes -> 20 of 401 items, 45.5 RU"));
        driver.save(new Verdict.Fails(costing(bill, check(true, false, PAR, List.of()), first), first));

        isAsApproved("fails-by-price");
    }

    @Test
    void a_test_that_takes_wrong_code_for_right() {
        CheckResult first = showing(
                "refuses_clock_in_the_key",
                "Your test accepts a wrong implementation: clock in the key. The sort key is the time of the attempt.",
                Optional.empty(),
                List.of(
                        "  implementation          is     your test",
                        "✓ the given one           right  accepts it",
                        "✗ clock in the key        wrong  accepts it",
                        "✓ counter first           wrong  refuses it, line 36",
                        "✗ hidden one 2            wrong  accepts it",
                        "",
                        "told apart: 1 of 3 wrong ones"));
        driver.save(new Verdict.Fails(costing(PAR, first), first));

        isAsApproved("catches-not");
    }

    @Test
    void a_design_whose_price_grows() {
        CheckResult first = showing(
                "every_pattern_stays_flat",
                "The answers are right, and the price of latest summary grows with the data.",
                Optional.of("[s-mina-3, s-mina-2, s-mina-1]"),
                List.of(
                        "read units            1x      10x     100x",
                        "one session          0.5      0.5      0.5   flat",
                        "latest summary       0.5      3.5     34.0   grows",
                        "items                 17      143    1,403"));
        driver.save(new Verdict.Fails(costing(PAR, first), first));

        isAsApproved("design-grows");
    }

    private static CheckResult showing(String name, String message, Optional<String> expected, List<String> exhibit) {
        return new CheckResult(
                name,
                false,
                false,
                true,
                message,
                Optional.empty(),
                expected,
                expected.map(text -> "[s-mina-3, s-mina-1, s-mina-2]"),
                Bill.ZERO,
                false,
                List.of(),
                List.of(),
                exhibit,
                "");
    }

    @Test
    void what_does_not_compile() {
        driver.save(new Verdict.DoesNotCompile(
                graded(FIRST.id()),
                List.of(new CompileProblem(FILE, 12, "';' expected")),
                false,
                "The compiler stopped."));

        isAsApproved("does-not-compile");
    }

    @Test
    void what_does_not_end() {
        driver.save(new Verdict.TimedOut(
                graded(FIRST.id()),
                Duration.ofSeconds(10),
                Optional.of(FILE + ":14"),
                "page 1\npage 1\npage 1\n",
                "Still running after 10 s. Either a loop does not end, or this machine is too busy: if your code looks"
                        + " right, check it again, with more time if need be (./dojo check --limit 30)."));

        isAsApproved("timed-out");
    }

    @Test
    void what_ends_the_process() {
        driver.save(new Verdict.Crashed(
                graded(FIRST.id()),
                "",
                "Your code ended the whole process with System.exit; return or throw instead."));

        isAsApproved("crashed");
    }

    @Test
    void a_pass_with_what_there_is_to_take_away() {
        driver.save(pass());
        driver.on(new Event.Read(FIRST.id(), aftermath()));

        isAsApproved("passes");
    }

    @Test
    void the_difference_to_the_answer() {
        driver.save(pass());
        driver.on(new Event.Read(FIRST.id(), aftermath()));
        driver.press('d');

        isAsApproved("difference");
    }

    @Test
    void a_pass_that_leads_on_by_itself() {
        driver = new Driver(Progress.NONE.withCurrent(FIRST.id()), Settings.USUAL.withAutoAdvance(true));
        driver.save(pass());

        isAsApproved("auto-advance");
    }

    @Test
    void a_hint() {
        driver.save(fails(FIRST));
        driver.press('h');

        isAsApproved("hint");
    }

    @Test
    void help_that_is_offered() {
        for (int i = 0; i < Ladder.TRIES_BEFORE_ANSWER; i++) {
            driver.save(fails(FIRST));
        }

        isAsApproved("answer-offered");
    }

    @Test
    void a_question() {
        driver.save(fails(FIRST));
        driver.press('x');

        isAsApproved("question");
    }

    @Test
    void everything_passed() {
        Progress most = Progress.NONE.withPassed(SECOND.id()).withAssisted(SECOND.id());
        for (Exercise exercise : CATALOGUE.all()) {
            most = exercise.equals(FIRST) ? most : most.withPassed(exercise.id());
        }
        driver = new Driver(most.withCurrent(FIRST.id()));
        driver.save(pass());
        driver.on(new Event.Swept(1));
        isAsApproved("last-look");

        driver.on(new Event.AllChecked(
                CATALOGUE.all().stream().map(Driver::passes).toList()));
        isAsApproved("all-done");
    }

    @Test
    void something_that_passes_no_longer() {
        driver = new Driver(Progress.NONE.withCurrent(FIRST.id()).withPassed(FIRST.id()));
        driver.press('c');
        driver.on(new Event.AllChecked(List.of(fails(FIRST), passes(SECOND))));

        isAsApproved("reopened");
    }

    @Test
    void no_row_but_a_path_is_wider_than_the_window_from_40_to_200_columns() {
        CheckResult first = check(false, false, PAR, List.of());
        driver.save(new Verdict.Fails(costing(PAR, first), first));
        for (int columns = 40; columns <= 200; columns += 5) {
            int most = columns;
            driver.on(new Event.Resized(columns, 30));
            assertThat(WatchView.lines(driver.model))
                    .filteredOn(line -> !line.text().contains("/"))
                    .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(most));
        }
    }
}
