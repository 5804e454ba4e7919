package dojo.workbench.command;

import dojo.workbench.primer.Primer;
import dojo.workbench.primer.PrimerView;
import dojo.workbench.primer.PrimerWindow;
import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Terminals;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dojo primer}: ten minutes for somebody who knows only SQL. */
@Command(name = "primer", description = "Ten minutes for those who know SQL: items, keys, Query, read units.")
public final class PrimerCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(names = "--page", paramLabel = "N", description = "Print this page, and leave.")
    private @Nullable Integer page;

    @Option(names = "--plain", description = "Print all pages, and leave; so it is without a terminal, too.")
    private boolean plain;

    public PrimerCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Primer primer = Primer.read();
        Screen screen = workbench.screen();
        if (page != null) {
            if (page < 1 || page > primer.pages().size()) {
                throw new UsageError(
                        "The primer has pages 1 to " + primer.pages().size() + ", and no page " + page + ".");
            }
            screen.print(PrimerView.page(primer, page - 1, screen.width()));
        } else if (plain || !turned(primer)) {
            screen.print(PrimerView.whole(primer, screen.width()));
        }
        return 0;
    }

    /** False where there is no window to turn pages in. */
    private static boolean turned(Primer primer) {
        try (Terminal terminal = Terminals.open().orElse(null)) {
            if (terminal == null || !FullWindow.isPossible(terminal)) {
                return false;
            }
            PrimerWindow.of(primer).run(terminal, Screen.on(terminal));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
