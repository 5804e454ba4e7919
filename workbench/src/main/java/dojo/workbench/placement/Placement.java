package dojo.workbench.placement;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.Press;
import dojo.workbench.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** Asks the questions one after another in a window, and proposes where to start. */
public final class Placement {
    private final List<Question> questions;
    private final Catalogue catalogue;
    private final Progress progress;
    private final List<Integer> answers = new ArrayList<>();

    private Placement(List<Question> questions, Catalogue catalogue, Progress progress) {
        this.questions = List.copyOf(questions);
        this.catalogue = catalogue;
        this.progress = progress;
    }

    public static Placement of(List<Question> questions, Catalogue catalogue, Progress progress) {
        return new Placement(questions, catalogue, progress);
    }

    /** The result that the learner agreed to; empty if they left or said no. Changes nothing by itself. */
    public Optional<Result> run(Terminal terminal, Screen screen) {
        try (FullWindow window = FullWindow.open(terminal, screen)) {
            while (answers.size() < questions.size()) {
                int at = answers.size();
                window.show((columns, rows) -> PlacementView.question(questions, at, columns));
                if (!answered(window.read(), questions.get(at))) {
                    return Optional.empty();
                }
            }
            Result result = Result.of(questions, answers, catalogue, progress);
            return agrees(window, result) ? Optional.of(result) : Optional.empty();
        }
    }

    /** False if the learner leaves. */
    private boolean answered(Press press, Question question) {
        if (press.key() != Press.Key.CHARACTER) {
            return press.key() != Press.Key.CLOSED && press.key() != Press.Key.ESCAPE;
        }
        int number = press.character() - '0';
        if (number >= 0 && number <= question.options().size()) {
            answers.add(number);
        } else if (press.character() == 'b' && !answers.isEmpty()) {
            answers.subList(answers.size() - 1, answers.size()).clear();
        }
        return press.character() != 'q';
    }

    private static boolean agrees(FullWindow window, Result result) {
        while (true) {
            window.show((columns, rows) -> PlacementView.proposal(result, columns, rows));
            Press press = window.read();
            if (isLetter(press, 'y')) {
                return true;
            } else if (isLetter(press, 'w')) {
                explain(window, result);
            } else if (isLetter(press, 'n') || leaves(press)) {
                return false;
            }
        }
    }

    /** One after another, what was not known, and why it is as it is. */
    private static void explain(FullWindow window, Result result) {
        for (int i = 0; i < result.questions().size(); i++) {
            int at = i;
            if (!result.isRight(at)) {
                window.show((columns, rows) -> PlacementView.reason(result, at, columns));
                if (leaves(window.read())) {
                    return;
                }
            }
        }
    }

    private static boolean leaves(Press press) {
        return isLetter(press, 'q') || press.key() == Press.Key.CLOSED || press.key() == Press.Key.ESCAPE;
    }

    private static boolean isLetter(Press press, char letter) {
        return press.key() == Press.Key.CHARACTER && press.character() == letter;
    }
}
