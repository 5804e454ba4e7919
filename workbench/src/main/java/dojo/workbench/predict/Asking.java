package dojo.workbench.predict;

import dojo.workbench.exercise.AnswerSheet;
import dojo.workbench.exercise.AnswerSheet.Reply;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Question;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Asks the questions of an exercise one after another at a terminal; each answer is kept at once. */
public final class Asking {
    private final Path root;
    private final Exercise exercise;
    private final Screen screen;
    private final Terminal terminal;
    private final LineReader reader;
    private volatile boolean stopped;

    private Asking(Path root, Exercise exercise, Terminal terminal, Screen screen) {
        this.root = root;
        this.exercise = exercise;
        this.screen = screen;
        this.terminal = terminal;
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("dojo")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .build();
    }

    /** Questions of one exercise at one terminal. */
    public static Asking at(Terminal terminal, Screen screen, Path root, Exercise exercise) {
        return new Asking(root, exercise, terminal, screen);
    }

    /**
     * Asks what is open; if nothing is, asks everything again. Ctrl-C and Ctrl-D leave the rest for later.
     *
     * @throws IOException if an answer cannot be kept
     */
    public void ask() throws IOException {
        AnswerSheet sheet = AnswerSheet.ofLearner(root, exercise);
        List<Question> asked = sheet.open().isEmpty() ? sheet.questions() : sheet.open();
        screen.print(ExerciseView.heading(exercise, screen.width()));
        screen.print(ExerciseView.files(exercise, root));
        screen.print(Line.of(Tone.QUIET, "Enter alone leaves a question for later; Ctrl-C leaves them all.")
                .wrap(screen.width()));
        // Ctrl-C between two questions must not reach whoever gave the terminal away.
        SignalHandler owner = terminal.handle(Signal.INT, signal -> stopped = true);
        try {
            for (Question question : asked) {
                if (stopped) {
                    break;
                }
                screen.print(Line.EMPTY);
                screen.print(QuestionView.question(sheet, question, screen.width()));
                answer(sheet, question);
            }
            screen.print(Line.EMPTY);
        } catch (UserInterruptException | EndOfFileException e) {
            screen.print(Line.EMPTY);
        } finally {
            terminal.handle(Signal.INT, owner);
        }
        screen.print(QuestionView.next(sheet, exercise, screen.width()));
    }

    /** Until the answer can be used, or there is none. */
    private void answer(AnswerSheet sheet, Question question) throws IOException {
        while (true) {
            String typed = reader.readLine(screen.styled(Line.of(Tone.KEY, "your prediction> ")));
            if (typed.isBlank()) {
                return;
            }
            Reply reply = sheet.note(question.name(), typed);
            screen.print(QuestionView.reply(reply, screen.width()));
            if (reply instanceof Reply.Noted) {
                return;
            }
        }
    }
}
