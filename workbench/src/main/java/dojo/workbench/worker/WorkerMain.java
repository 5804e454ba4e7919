package dojo.workbench.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The worker process: runs the checks of one submission at a time, and ends when its parent does. */
public final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] args) {
        int code = 1;
        try (Wire wire = ParentLink.connect()) {
            Interrupts.ignore();
            Worker worker = new Worker(wire);
            Optional<JsonNode> message = wire.receive();
            while (message.isPresent()) {
                worker.receive(message.get());
                message = wire.receive();
            }
            code = 0;
        } catch (IOException e) {
            // The parent is gone: so is whoever could read a message.
        } finally {
            // DynamoDB Local's threads, and the learner's, would keep this process alive.
            TemporaryFolder.delete(Path.of(System.getProperty("java.io.tmpdir")));
            Runtime.getRuntime().halt(code);
        }
    }
}
