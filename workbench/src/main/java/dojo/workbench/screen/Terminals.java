package dojo.workbench.screen;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal this process runs in. */
public final class Terminals {
    private Terminals() {}

    /** The terminal, for a view with keys or a prompt; empty if input or output goes elsewhere. */
    public static Optional<Terminal> open() throws IOException {
        if (!Screen.onTerminal()) {
            return Optional.empty();
        }
        return Optional.of(TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                // It would ask the terminal what it can do, and swallow keys that were typed ahead.
                .graphemeCluster(false)
                .build());
    }
}
