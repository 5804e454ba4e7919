package dojo.workbench.browse;

import dojo.workbench.browse.BrowseModel.Step;
import dojo.workbench.browse.BrowseModel.Wish;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Filter;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.Screen;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jline.terminal.Terminal;

/** The thin loop around {@link BrowseModel}: keys in, a window out, and the progress file. */
public final class Browse {
    private final ProgressFile file;
    private volatile BrowseModel model;
    private Optional<String> trouble = Optional.empty();

    private Browse(Path root, Catalogue catalogue, Filter filter) {
        // What is wrong with the file belongs into the window, not over it.
        file = ProgressFile.in(root, sentence -> trouble = Optional.of(sentence));
        model = BrowseModel.of(catalogue, file.read()).with(filter);
    }

    /**
     * The exercises of the catalogue, of which there must be one.
     *
     * @param filter what to show at first
     */
    public static Browse of(Path root, Catalogue catalogue, Filter filter) {
        return new Browse(root, catalogue, filter);
    }

    /**
     * Shows the list until the learner leaves it.
     *
     * @param terminal one on which a {@link FullWindow} is possible, and whose keys nobody else is reading
     * @return the exercise to continue with, which the progress file then has too; empty if nothing changes
     */
    public Optional<Exercise> run(Terminal terminal, Screen screen) {
        try (FullWindow window = FullWindow.open(terminal, screen)) {
            while (true) {
                window.show((columns, rows) -> BrowseView.lines(model, columns, rows));
                int page = BrowseView.page(model, window.columns(), window.rows());
                Step step = model.on(window.read(), page);
                model = step.model();
                if (step.wish().isPresent()) {
                    Wish wish = step.wish().get();
                    if (wish instanceof Wish.Leave) {
                        return Optional.empty();
                    } else if (wish instanceof Wish.ContinueWith chosen) {
                        save(progress -> progress.withCurrent(chosen.exercise().id()));
                        return Optional.of(chosen.exercise());
                    }
                    mark(wish);
                }
            }
        }
    }

    private void mark(Wish wish) {
        if (wish instanceof Wish.Skip skip) {
            save(progress -> progress.withSkipped(skip.exercise().id()));
        } else if (wish instanceof Wish.Reopen reopen) {
            save(progress -> progress.withoutSkip(reopen.exercise()));
        }
    }

    private void save(UnaryOperator<Progress> change) {
        trouble = Optional.empty();
        model = model.with(file.update(change));
        trouble.ifPresent(sentence -> model = model.told(sentence));
    }
}
