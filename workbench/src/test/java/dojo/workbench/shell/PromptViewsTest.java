package dojo.workbench.shell;

import dojo.workbench.screen.Approved;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the prompt prints beside results. */
class PromptViewsTest {

    @Test
    void help_fits_its_window() {
        Approved.captures("prompt-help", width -> HelpCommands.list(JavaCommands.ALL, width));
    }

    @Test
    void a_command_is_explained_with_an_example() {
        Approved.captures(
                "prompt-help-command",
                width -> FileCommands.ALL.stream()
                        .flatMap(slash -> HelpCommands.one(slash, width).stream())
                        .toList());
    }

    @Test
    void a_lost_process_says_what_is_back_and_what_is_gone() {
        var recovery = new Recovery(
                new LinkedHashSet<>(List.of("six", "key", "type Note", "method twice()")),
                new LinkedHashSet<>(List.of("read", "last")),
                3);
        Approved.captures(
                "prompt-recovery",
                width -> Stream.concat(
                                OutcomeView.lines(new Outcome.Lost("The snippet did not stop"), width).stream(),
                                recovery.lines(width).stream())
                        .toList());
    }
}
