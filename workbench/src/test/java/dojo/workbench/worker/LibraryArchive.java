package dojo.workbench.worker;

import dojo.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Makes the class-data archive of the libraries before the first test, once for each build: these tests start hundreds
 * of processes, and more than half of what a start costs is reading classes.
 */
public final class LibraryArchive implements TestExecutionListener {

    /** Only in a JVM of Surefire: the processes that these tests start run tests, too, and find this listener. */
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (System.getProperty("surefire.test.class.path") == null) {
            return;
        }
        Path archive = JvmLayout.archiveOfLibraries();
        if (Files.exists(archive)) {
            return;
        }
        try (FileChannel one = FileChannel.open(
                        archive.resolveSibling("libraries.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var locked = one.lock()) {
            if (locked.isValid() && !Files.exists(archive)) {
                make(archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From a list of names, because a JVM that has folders on its class path writes no archive at its end. */
    private static void make(Path archive) throws IOException, InterruptedException {
        Path temporary = TemporaryFolder.create("dojo-archive-");
        Path names = temporary.resolve("names");
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        JvmLayout all = JvmLayout.detect();
        JvmLayout libraries = new JvmLayout(JvmLayout.libraries(), all.modulePath(), Optional.empty());
        try {
            run(all, temporary, List.of("-XX:DumpLoadedClassList=" + names), List.of("load"));
            run(
                    libraries,
                    temporary,
                    List.of("-Xshare:dump", "-XX:SharedClassListFile=" + names, "-XX:SharedArchiveFile=" + unfinished),
                    List.of());
            if (Files.isRegularFile(unfinished)) {
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(unfinished);
            TemporaryFolder.delete(temporary);
        }
    }

    private static void run(JvmLayout layout, Path temporary, List<String> flags, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(ChildCommand.of(layout, JvmLife.SHORT, WorkerArchive.class.getName(), temporary));
        command.addAll(1, flags);
        command.add(1, "-Xlog:disable");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove(Lab.ENDPOINT);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
