package dojo.workbench.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void a_worker_ends_when_its_parent_is_gone() throws Exception {
        try (ChildJvm worker = ChildJvm.start(JvmLayout.detect(), WorkerMain.class.getName())) {
            worker.wire().close(); // What the worker sees when this process dies.
            assertThat(worker.await(PATIENCE)).map(ChildJvm.Message::content).contains(Optional.empty());
            assertThat(worker.exitCode()).isPresent();
            assertThat(worker.isAlive()).isFalse();
        }
    }

    @Test
    void a_closed_worker_leaves_no_folder_behind() throws Exception {
        ChildJvm worker = ChildJvm.start(JvmLayout.detect(), WorkerMain.class.getName());
        worker.wire().send(Wire.message().put("ask", "lab"));
        assertThat(worker.await(PATIENCE).flatMap(ChildJvm.Message::content))
                .hasValueSatisfying(answer -> assertThat(answer.has("unusable")).isFalse());
        Path folder = worker.folder();
        assertThat(folder).isNotEmptyDirectory(); // The native library.
        worker.close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_process_that_cannot_start_is_a_sentence() {
        JvmLayout nothing = new JvmLayout(List.of(Path.of("no.jar")), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> ChildJvm.start(nothing, WorkerMain.class.getName()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended at once with code 1")
                .hasMessageContaining("doctor");
    }
}
