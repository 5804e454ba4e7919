package dojo.workbench.evidence;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.State;
import dojo.workbench.golf.GolfView;
import dojo.workbench.golf.Score;
import dojo.workbench.golf.Standing;
import dojo.workbench.screen.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a learner has done, in words, for whichever page shows it. The same progress on the same day is the same report.
 *
 * @param day when the report was made
 * @param unknown names in the progress that no exercise has, or ever had: from another version, or another pack
 */
record ProgressReport(LocalDate day, List<Chapter> chapters, Summary summary, List<String> unknown, String prices) {

    /** Exercises that stand together. */
    record Chapter(String title, List<Row> rows) {}

    /** One exercise; every text may be empty, none is null. */
    record Row(
            String sign,
            String id,
            String title,
            State state,
            String day,
            String help,
            String best,
            String par,
            String standing,
            String aDay) {

        /** {@code passed on 2026-11-23}. */
        String stateAndDay() {
            return state.word() + (day.isEmpty() ? "" : " on " + day);
        }
    }

    /** The whole in numbers. */
    record Summary(int exercises, int passed, int alone, int hints, int atPar, int over) {}

    static ProgressReport of(Catalogue catalogue, Progress progress, LocalDate day) {
        List<Chapter> chapters = catalogue.all().stream()
                .collect(Collectors.groupingBy(
                        exercise -> exercise.chapter() + " " + exercise.chapterTitle(),
                        LinkedHashMap::new,
                        Collectors.mapping(exercise -> row(exercise, progress), Collectors.toList())))
                .entrySet()
                .stream()
                .map(chapter -> new Chapter(chapter.getKey(), chapter.getValue()))
                .toList();
        return new ProgressReport(
                day, chapters, summary(catalogue, progress), unknown(catalogue, progress), Money.basis());
    }

    private static Row row(Exercise exercise, Progress progress) {
        State state = State.of(exercise, progress);
        Score score = Score.of(exercise, progress);
        boolean priced = !exercise.par().equals(Bill.ZERO);
        return new Row(
                state == State.PASSED ? "✓" : state == State.SKIPPED ? "–" : "·",
                exercise.id(),
                exercise.title(),
                state,
                progress.passedOn(exercise).map(LocalDate::toString).orElse(""),
                help(exercise, progress),
                score.best().map(GolfView::shortly).orElse(""),
                priced ? GolfView.shortly(exercise.par()) : "",
                score.standing().map(Standing::words).orElse(""),
                score.best().map(Money::aDay).orElse(""));
    }

    /** Said for open exercises, too: what was seen is not unseen. */
    private static String help(Exercise exercise, Progress progress) {
        int hints = progress.hints(exercise);
        String taken = hints == 0 ? "" : hints == 1 ? "1 hint" : hints + " hints";
        if (!progress.wasAssisted(exercise)) {
            return taken;
        }
        return "assisted: saw the answer" + (taken.isEmpty() ? "" : ", " + taken);
    }

    private static Summary summary(Catalogue catalogue, Progress progress) {
        List<Exercise> passed =
                catalogue.all().stream().filter(progress::hasPassed).toList();
        List<Standing> standings = Score.all(catalogue, progress).stream()
                .map(Score::standing)
                .flatMap(Optional::stream)
                .toList();
        int over = (int) standings.stream().filter(Standing.OVER::equals).count();
        return new Summary(
                catalogue.all().size(),
                passed.size(),
                (int) passed.stream()
                        .filter(exercise -> !progress.wasAssisted(exercise))
                        .count(),
                catalogue.all().stream().mapToInt(progress::hints).sum(),
                standings.size() - over,
                over);
    }

    private static List<String> unknown(Catalogue catalogue, Progress progress) {
        var names = new TreeSet<>(progress.passed());
        names.addAll(progress.bests().keySet());
        names.removeIf(name -> catalogue.find(name).isPresent());
        return List.copyOf(names);
    }

    /** The summary in sentences. */
    List<String> sentences() {
        String bills = summary.atPar() + summary.over() == 0
                ? "No bill noted yet."
                : summary.atPar() + " at par or better, " + summary.over() + " over par.";
        return List.of(
                summary.passed() + " of " + summary.exercises() + " exercises passed, " + summary.alone()
                        + " of them without seeing the answer.",
                (summary.hints() == 0 ? "No hints" : summary.hints() == 1 ? "1 hint" : summary.hints() + " hints")
                        + " taken.",
                bills);
    }
}
