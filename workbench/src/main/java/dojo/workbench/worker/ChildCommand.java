package dojo.workbench.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code java} command of a child process. */
final class ChildCommand {
    private static final String ENDPOINT = "DYNAMODB_ENDPOINT";

    private ChildCommand() {}

    static List<String> of(JvmLayout layout, JvmLife life, String mainClass, Path temporary) {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(life.flags());
        command.addAll(List.of(
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:ErrorFile=" + temporary.resolve("hs_err.log"),
                "-Dfile.encoding=UTF-8",
                // "%06d" has other digits in Arabic: no verdict may hang on the language of a machine.
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary));
        passOn(ENDPOINT, command);
        passOn("org.sqlite.lib.path", command);
        // Otherwise the JVM reports a stale archive on standard output, where --json has no room for it.
        layout.archive()
                .ifPresent(archive -> command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable")));
        if (layout.modulePath().isPresent()) {
            command.addAll(List.of("-p", layout.modulePath().get().toString(), "--add-modules", "DynamoDBLocal"));
            command.add("--enable-native-access=ALL-UNNAMED,DynamoDBLocal");
        } else {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", layout.classPathText(), mainClass));
        return command;
    }

    private static void passOn(String property, List<String> command) {
        String value = System.getProperty(property);
        if (value != null) {
            command.add("-D" + property + "=" + value);
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
