package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checkout whose Maven is a shell script, and what dojo commands say in it. */
public final class PlayedBuild {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path root;

    public PlayedBuild(Path root) {
        this.root = root;
    }

    /** What Maven does from now on. */
    public void does(String script) throws IOException {
        Path mvnw = Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n" + script);
        assertThat(mvnw.toFile().setExecutable(true)).isTrue();
    }

    /** The exit code of a command; what earlier ones said is forgotten. */
    public int dojo(String... words) {
        out.reset();
        err.reset();
        Screen screen = Screen.of(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Dojo.run(new Workbench(root, screen), words);
    }

    public String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
