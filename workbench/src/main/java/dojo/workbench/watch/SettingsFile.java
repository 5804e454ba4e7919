package dojo.workbench.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file {@code .dojo/settings.txt}: one setting a line; lines it does not know are kept. */
final class SettingsFile {
    private static final String ADVANCE = "auto-advance ";
    private static final String SECONDS = "auto-advance-seconds ";
    private static final int LONGEST = 600;

    private final Path file;

    private SettingsFile(Path file) {
        this.file = file;
    }

    static SettingsFile in(Path root) {
        return new SettingsFile(root.resolve(".dojo/settings.txt"));
    }

    /** What the file says; what it does not say, or says illegibly, is as usual. */
    Settings read() {
        try {
            return read(lines());
        } catch (IOException e) {
            return Settings.USUAL; // Nobody is stopped from learning by a setting.
        }
    }

    private static Settings read(List<String> lines) {
        boolean on = value(lines, ADVANCE).filter("on"::equals).isPresent();
        int seconds = value(lines, SECONDS)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .filter(given -> given >= 1 && given <= LONGEST)
                .orElse(Settings.USUAL.seconds());
        return new Settings(on, Duration.ofSeconds(seconds));
    }

    /** Writes the settings, whole or not at all. */
    void write(Settings settings) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> line.startsWith(ADVANCE) || line.startsWith(SECONDS));
        lines.add(ADVANCE + (settings.autoAdvance() ? "on" : "off"));
        lines.add(SECONDS + settings.seconds());
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "settings", ".tmp");
        try {
            Files.writeString(fresh, String.join("\n", lines) + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private List<String> lines() throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException nothingSet) {
            return List.of();
        }
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .reduce((earlier, later) -> later);
    }
}
