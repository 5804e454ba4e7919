package dojo.workbench.shell;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Result;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that move Java between the prompt and files. */
final class FileCommands {
    private static final String OVER = "--over";
    private static final String STARTER = "starter";

    static final List<Slash> ALL = List.of(
            Slash.of("/save", "write what succeeded as a script", FileCommands::save)
                    .taking(
                            "FILE",
                            (sitting, before) -> before.isEmpty() || before.equals(List.of(OVER)) ? files() : List.of())
                    .like("/save mine.jsh")
                    .about("dojo shell --file FILE runs it. A file that exists is left alone unless you say"
                            + " /save --over FILE."),
            Slash.of("/load", "an exercise's classes, a Java file or a script into the prompt", FileCommands::load)
                    .taking("ID|FILE", FileCommands::loadable)
                    .like("/load append_once")
                    .about("Of an exercise, your file; /load ID starter brings the starter as it was. The classes are"
                            + " defined here, so that you can change them; the file stays as it is."));

    private FileCommands() {}

    private static List<Choice> loadable(Sitting sitting, List<String> before) {
        if (before.size() == 1 && sitting.catalogue().find(before.get(0)).isPresent()) {
            return List.of(new Choice(STARTER, "as it was"));
        } else if (!before.isEmpty()) {
            return List.of();
        }
        Stream<Choice> ids = sitting.catalogue().all().stream()
                .filter(exercise -> !exercise.learnerFiles().isEmpty())
                .map(exercise -> new Choice(exercise.id(), exercise.title()));
        return Stream.concat(ids, files().stream()).toList();
    }

    /** Scripts and classes where the command was started. */
    private static List<Choice> files() {
        try (Stream<Path> here = Files.list(Path.of(""))) {
            return Choice.plain(here.map(Path::toString)
                    .filter(name -> name.endsWith(".jsh") || name.endsWith(".java"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path path(String operand) {
        return operand.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), operand.substring(2))
                : Path.of(operand);
    }

    private static Result save(Sitting sitting, String operand) {
        boolean over = operand.startsWith(OVER + " ");
        String name = over ? operand.substring(OVER.length()).strip() : operand;
        List<String> script = sitting.session().journal().script();
        if (name.isEmpty() || name.equals(OVER)) {
            return sitting.fail("Which file? /save FILE, for example /save mine.jsh.");
        } else if (script.isEmpty()) {
            return sitting.fail("Nothing has succeeded yet, so there is nothing to save.");
        }
        var lines = new ArrayList<>(List.of("// Run it with: dojo shell --file " + name));
        sitting.session().startedWith().ifPresent(id -> lines.add("/use " + id));
        lines.addAll(script);
        try {
            write(path(name), lines, over);
            return sitting.show(Line.of(Tone.QUIET, "saved; dojo shell --file " + name + " runs it")
                    .wrap(sitting.width()));
        } catch (FileAlreadyExistsException e) {
            return sitting.fail(
                    name + " exists already and was left alone; /save " + OVER + " " + name + " replaces it.");
        } catch (IOException | InvalidPathException e) {
            return sitting.fail("Cannot write " + name + " (" + e.getMessage() + "); choose another place.");
        }
    }

    private static void write(Path file, List<String> lines, boolean over) throws IOException {
        if (!over) {
            Files.write(file, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return;
        }
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".save", ".tmp");
        try {
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Result load(Sitting sitting, String operand) throws IOException {
        String[] words = operand.split("\\s+", 2);
        Optional<Exercise> exercise = sitting.catalogue().find(words[0]);
        if (operand.isEmpty()) {
            return sitting.fail("What? /load ID or /load FILE, for example /load append_once.");
        } else if (exercise.isEmpty()) {
            return loadFile(sitting, operand);
        } else if (exercise.get().learnerFiles().isEmpty()) {
            return sitting.fail(words[0] + " has no file; it is solved by answers. /use " + words[0] + " starts it.");
        } else if (words.length > 1 && !words[1].equals(STARTER)) {
            return sitting.fail("/load " + words[0] + " takes " + STARTER + " or nothing, not '" + words[1] + "'.");
        }
        boolean starter = words.length > 1;
        sitting.session().borrow(exercise.get());
        for (Path file : exercise.get().learnerFiles()) {
            Path source = starter ? exercise.get().starterOf(file) : file;
            if (!define(sitting, Shell.read(source))) {
                return Result.FAILED;
            }
        }
        return Result.DONE;
    }

    private static Result loadFile(Sitting sitting, String name) throws IOException {
        List<String> lines;
        try {
            lines = Shell.read(path(name));
        } catch (IOException | InvalidPathException e) {
            return sitting.fail(
                    e instanceof InvalidPathException || !name.contains(".")
                            ? "There is no exercise and no file '" + name + "'; Tab completes what can be loaded."
                            : String.valueOf(e.getMessage()));
        }
        if (name.endsWith(".java")) {
            return define(sitting, lines) ? Result.DONE : Result.FAILED;
        }
        return ScriptPlay.of(name, lines, sitting) ? Result.DONE : Result.FAILED;
    }

    /** A source file without its package: at the prompt, classes stand in none. */
    private static boolean define(Sitting sitting, List<String> lines) throws IOException {
        String source = String.join("\n", lines).replaceFirst("(?m)^\\s*package\\s+[\\w.]+\\s*;", "");
        return sitting.session().run(source);
    }
}
