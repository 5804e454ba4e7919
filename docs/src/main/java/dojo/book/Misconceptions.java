package dojo.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The wrong sentences by topic, read from {@code docs/misconceptions.txt}, whose head says how it is written. */
final class Misconceptions {

    private static final Pattern TOPIC = Pattern.compile("= (\\S.*)");
    private static final Pattern ENTRY = Pattern.compile("\\[([a-z0-9-]+)]");
    private static final Pattern FIELD = Pattern.compile("(there|verdict|wrong|right|proof|exercise|source): (\\S.*)");
    private static final Pattern SOURCE = Pattern.compile("https://[^\\[\\s]+\\[[^\\]]+]");
    private static final Set<String> VERDICTS = Set.of("wrong", "outdated", "overstated");

    private final Map<String, List<Misconception>> byTopic = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private @Nullable String id;
    private int begun;
    private String topic = "";

    private Misconceptions() {}

    static Misconceptions parse(List<String> lines) {
        var read = new Misconceptions();
        for (int i = 0; i < lines.size(); i++) {
            read.line(lines.get(i).strip(), i + 1);
        }
        read.close();
        return read;
    }

    Map<String, List<Misconception>> byTopic() {
        return byTopic;
    }

    List<Misconception> all() {
        return byTopic.values().stream().flatMap(List::stream).toList();
    }

    /** Everything that is missing, each with the number of its line. */
    List<String> problems(Exhibits exhibits, CurriculumIds curriculum) {
        Stream<String> unproved = all().stream()
                .flatMap(entry -> Stream.concat(
                        entry.proofs().stream()
                                .filter(proof -> exhibits.find(proof).isEmpty())
                                .map(proof -> entry.line() + ": exhibit " + proof + " left no record"),
                        entry.exercises().stream()
                                .filter(exercise -> !curriculum.known(exercise))
                                .map(exercise -> entry.line() + ": there is no exercise " + exercise)));
        return Stream.concat(problems.stream(), unproved).toList();
    }

    private void line(String line, int number) {
        Matcher title = TOPIC.matcher(line);
        Matcher entry = ENTRY.matcher(line);
        Matcher field = FIELD.matcher(line);
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (title.matches()) {
            close();
            topic = title.group(1);
        } else if (entry.matches()) {
            close();
            id = entry.group(1);
            begun = number;
        } else if (field.matches() && id != null) {
            fields.computeIfAbsent(field.group(1), name -> new ArrayList<>()).add(field.group(2));
        } else {
            problems.add(number + ": \"" + line + "\" is no line of an entry");
        }
    }

    private void close() {
        if (id == null) {
            return;
        }
        var entry = new Misconception(
                id,
                begun,
                one("there"),
                one("verdict"),
                one("wrong"),
                all("right"),
                names("proof"),
                names("exercise"),
                all("source"));
        judge(entry);
        byTopic.computeIfAbsent(topic, name -> new ArrayList<>()).add(entry);
        fields.clear();
        id = null;
    }

    private void judge(Misconception entry) {
        Set<String> ids = new HashSet<>();
        all().forEach(earlier -> ids.add(earlier.id()));
        check(!ids.contains(entry.id()), entry, "the id " + entry.id() + " is taken");
        check(!topic.isEmpty(), entry, entry.id() + " stands below no topic");
        check(
                VERDICTS.contains(entry.verdict()),
                entry,
                entry.id() + " is \"" + entry.verdict() + "\", not " + VERDICTS);
        check(!entry.there().isEmpty(), entry, entry.id() + " does not say where the write-up says it");
        check(!entry.wrong().isEmpty(), entry, entry.id() + " has no wrong sentence");
        check(!entry.right().isEmpty(), entry, entry.id() + " does not say what is right");
        check(
                !entry.proofs().isEmpty() || !entry.sources().isEmpty(),
                entry,
                entry.id() + " has neither proof nor source");
        entry.sources().stream()
                .filter(source -> !SOURCE.matcher(source).matches())
                .forEach(source -> check(false, entry, "source \"" + source + "\" is not https://…[Title]"));
    }

    private void check(boolean holds, Misconception entry, String otherwise) {
        if (!holds) {
            problems.add(entry.line() + ": " + otherwise);
        }
    }

    private String one(String name) {
        return String.join(" ", all(name));
    }

    private List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    private List<String> names(String name) {
        return all(name).stream()
                .flatMap(line -> Stream.of(line.split("\\s*,\\s*", -1)))
                .toList();
    }
}
