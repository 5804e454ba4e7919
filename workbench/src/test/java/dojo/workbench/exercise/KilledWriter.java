package dojo.workbench.exercise;

import java.nio.file.Path;

/** Saves one pass after the other, and says a line for each that is saved, until somebody kills it. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) {
        ProgressFile file = ProgressFile.in(Path.of(args[0]), System.err::println);
        for (int i = 1; i < 100_000; i++) {
            String id = "e" + i;
            file.update(progress -> progress.withPassed(id));
            System.out.println(id);
        }
    }
}
