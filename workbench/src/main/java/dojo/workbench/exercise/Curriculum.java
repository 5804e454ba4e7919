package dojo.workbench.exercise;

import java.util.List;
import java.util.Optional;

/** Every exercise there is or will be, in the order of learning, as {@code exercises/curriculum.txt} has it. Immutable. */
public record Curriculum(List<Entry> entries) {

    public Curriculum {
        entries = List.copyOf(entries);
    }

    /** The ids in order. */
    public List<String> ids() {
        return entries.stream().map(Entry::id).toList();
    }

    public Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /**
     * One line.
     *
     * @param formerNames ids it had before a rename
     * @param chapter the folder of its chapter; empty in a list without chapters
     * @param place its place in the chapter, from 1, which is the number of its folder
     * @param partTwo whether it belongs to part two
     * @param announced whether nobody has built it yet
     */
    public record Entry(
            String id, List<String> formerNames, String chapter, int place, boolean partTwo, boolean announced) {

        public Entry {
            formerNames = List.copyOf(formerNames);
        }

        /** Its line once it is built. */
        public String builtLine() {
            return line("");
        }

        /** Its line until it is built. */
        public String announcedLine() {
            return line("announced");
        }

        private String line(String mark) {
            String names = String.join(" ", formerNames);
            String marks = partTwo && !mark.isEmpty() ? "part two, " + mark : partTwo ? "part two" : mark;
            return (id + " " + names).strip() + (marks.isEmpty() ? "" : " (" + marks + ")");
        }
    }
}
