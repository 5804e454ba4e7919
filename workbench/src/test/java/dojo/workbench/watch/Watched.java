package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.screen.FakeTerminal;
import dojo.workbench.screen.Screen;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The watch view of a folder, open on a terminal that a test types into. */
final class Watched {
    final FakeTerminal terminal;
    private final CompletableFuture<Integer> watching;

    private Watched(Path root, FakeTerminal terminal) {
        this.terminal = terminal;
        watching = CompletableFuture.supplyAsync(
                () -> Watch.of(root).run(terminal.terminal(), Screen.on(terminal.terminal())));
    }

    static Watched open(Path root, int columns, int rows) throws Exception {
        return new Watched(root, new FakeTerminal(columns, rows));
    }

    /** Leaves as a learner does, which must be possible after whatever the test did. */
    void leave() throws Exception {
        terminal.type("q");
        assertThat(watching.get(30, TimeUnit.SECONDS)).isZero();
        terminal.close();
    }
}
