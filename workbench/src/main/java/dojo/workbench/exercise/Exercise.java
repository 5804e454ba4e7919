package dojo.workbench.exercise;

import dojo.lab.bill.Bill;
import java.nio.file.Path;
import java.util.List;

/**
 * One exercise, as its folders have it.
 *
 * @param id the bare name, unique and never renumbered: {@code append_once}
 * @param formerNames ids it had before a rename
 * @param chapterTitle the chapter's folder name in words: {@code Conditional writes}
 * @param folder where the README, the given files and the learner's files are
 * @param starterFolder where the pristine copies of the learner's files are
 * @param answerFolder where the answer is
 * @param learnerFiles what the learner edits, in {@code folder}, or a test beside the visible checks; empty where
 *     answers are recorded; may be missing on disk
 * @param subjects the implementations that a learner's test has to tell apart; only for {@link Kind#CATCH}
 */
public record Exercise(
        String id,
        List<String> formerNames,
        int chapter,
        int number,
        String chapterTitle,
        String packageName,
        Readme readme,
        Path folder,
        Path starterFolder,
        Path answerFolder,
        List<Path> learnerFiles,
        List<Path> givenFiles,
        List<Path> visibleChecks,
        List<Path> hiddenChecks,
        List<Subject> subjects) {

    public Kind kind() {
        return readme.kind();
    }

    public boolean isLive() {
        return kind() == Kind.LIVE;
    }

    /** Whether answers are recorded instead of a file being edited. */
    public boolean isAnswered() {
        return kind().isAnswered();
    }

    /** The file that holds answers instead of the learner's: a script for the prompt, or {@code name=value} a line. */
    public String answerName() {
        return id + (isLive() ? ".jsh" : ".txt");
    }

    public String title() {
        return readme.title();
    }

    /** The bill of the best known answer. */
    public Bill par() {
        return readme.par();
    }

    /** The folder of the exercise's package below any source root: {@code dojo/c04_…/e2_…}. */
    public String packagePath() {
        return packageName.replace('.', '/');
    }

    /** Where the files are that the learner edits; the exercise's folder if there are none. */
    public List<Path> learnerFolders() {
        List<Path> folders = learnerFiles.stream()
                .map(file -> file.resolveSibling(""))
                .distinct()
                .toList();
        return folders.isEmpty() ? List.of(folder) : folders;
    }

    /** What somebody wants to see in an editor: the files to edit, or else the task. */
    public List<Path> filesToOpen() {
        return learnerFiles.isEmpty() ? List.of(folder.resolve("README.adoc")) : learnerFiles;
    }

    /** The pristine copy of a learner's file. */
    public Path starterOf(Path learnerFile) {
        return starterFolder.resolve(learnerFile.getFileName().toString());
    }
}
