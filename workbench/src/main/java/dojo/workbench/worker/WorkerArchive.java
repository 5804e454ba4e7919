package dojo.workbench.worker;

import dojo.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the class-data archive that halves the start of a worker: run once by the launcher after a build, for one JDK.
 *
 * <p>A worker with the flags of a real one warms up and ends; the JVM writes down what it loaded. The file gets its name
 * only when it is whole, because a truncated archive crashes JDK 17.
 */
public final class WorkerArchive {
    private WorkerArchive() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (List.of(args).contains("load")) {
            Labs labs = new Labs();
            new WarmUp(labs, new Capture()).run(1);
            labs.take().close(); // Else the next one is opening while the JVM writes.
            // DynamoDB Local's threads would keep this process alive; the archive is written on this way out too.
            Runtime.getRuntime().halt(0);
        }
        Path archive = JvmLayout.archive("worker");
        Path unfinished = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid());
        Path temporary = TemporaryFolder.create("dojo-archive-");
        try {
            ProcessBuilder builder = new ProcessBuilder(command(unfinished, temporary)).redirectErrorStream(true);
            builder.environment().remove(Lab.ENDPOINT);
            int exit = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit == 0 && Files.isRegularFile(unfinished)) {
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(unfinished);
            TemporaryFolder.delete(temporary);
        }
    }

    private static List<String> command(Path unfinished, Path temporary) {
        JvmLayout detected = JvmLayout.detect();
        JvmLayout layout = new JvmLayout(detected.classPath(), detected.modulePath(), Optional.empty());
        List<String> command =
                new ArrayList<>(ChildCommand.of(layout, JvmLife.SHORT, WorkerArchive.class.getName(), temporary));
        command.addAll(1, List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:disable"));
        command.add("load");
        return command;
    }
}
