package dojo.workbench.exercise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is said before the ladder of hints, chosen by what a run did: the section {@code First hint} of a README.
 *
 * <p>Each entry is {@code check_name:: text} or {@code check_name, Scan:: text}; the second is for a run in which that
 * check sent a Scan.
 *
 * @param strays lines above the first entry, which nobody will read
 */
public record FirstHints(List<Entry> entries, List<String> strays) {

    /** Terms are read generously, so that the gate can name what is wrong with one. */
    private static final Pattern ENTRY = Pattern.compile("(\\w[\\w ,]*)::(?:\\s+(.*))?");

    public FirstHints {
        entries = List.copyOf(entries);
        strays = List.copyOf(strays);
    }

    /**
     * One thing to say.
     *
     * @param check the check that failed
     * @param operations what it must have sent, all of these; empty for whatever it sent
     */
    public record Entry(String check, List<String> operations, String text) {
        public Entry {
            operations = List.copyOf(operations);
        }

        /** As the README has it: {@code check_name, Scan}. */
        public String term() {
            return String.join(
                    ", ", Stream.concat(Stream.of(check), operations.stream()).toList());
        }
    }

    static FirstHints read(String section) {
        List<Entry> entries = new ArrayList<>();
        List<String> strays = new ArrayList<>();
        for (String line : section.lines().toList()) {
            Matcher term = ENTRY.matcher(line);
            if (term.matches()) {
                entries.add(
                        entry(term.group(1), Optional.ofNullable(term.group(2)).orElse("")));
            } else if (!entries.isEmpty()) {
                Entry open = entries.remove(entries.size() - 1);
                entries.add(new Entry(open.check(), open.operations(), (open.text() + "\n" + line).strip()));
            } else if (!line.isBlank()) {
                strays.add(line);
            }
        }
        return new FirstHints(entries, strays);
    }

    private static Entry entry(String term, String text) {
        List<String> words = Stream.of(term.split(",", -1)).map(String::strip).toList();
        return new Entry(words.get(0), words.subList(1, words.size()), text.strip());
    }

    /** What to say about a run that failed by this check, which sent these operations: the entry that asks for most. */
    public Optional<Entry> about(String check, Collection<String> sent) {
        return entries.stream()
                .filter(entry -> entry.check().equals(check) && sent.containsAll(entry.operations()))
                .sorted(Comparator.comparingInt(
                                (Entry entry) -> entry.operations().size())
                        .reversed())
                .findFirst();
    }
}
