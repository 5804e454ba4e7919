package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SnippetVmTest {

    @Test
    void an_answer_that_came_too_late_is_not_taken_for_the_next_one() throws IOException {
        try (SnippetVm vm = SnippetVm.start(JvmLayout.detect())) {
            vm.ready();
            assertThatThrownBy(() -> vm.ask(Wire.message().put("op", "use"), Duration.ZERO))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not answer");

            assertThat(vm.ask(Wire.message().put("op", "bill")).has("total")).isTrue();
        }
    }

    @Test
    void a_request_that_cannot_be_answered_is_a_sentence() throws IOException {
        try (SnippetVm vm = SnippetVm.start(JvmLayout.detect())) {
            assertThatThrownBy(() -> vm.ask(Wire.message().put("op", "sing")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("unknown request");
        }
    }
}
