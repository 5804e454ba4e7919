package dojo.lab.laws;

import dojo.lab.law.Contradicting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * The text of a laws file, both ways.
 *
 * @param seed the seed of all chance
 * @param settings the settings of each law that holds
 * @see <a href="https://toml.io/en/v1.0.0">TOML</a>
 */
public record LawsFile(long seed, List<Record> settings) {

    private static final String SEED = "seed";
    private static final Pattern TWICE = Pattern.compile("(.+) previously defined at line (\\d+), column \\d+");
    private static final Pattern BARE_TIME = Pattern.compile("Unexpected '(ns|us|µs|ms|s|min|h|d)'.*");

    private static final String HEAD = """
            # The laws of a lab. A section switches its law on; without the section the law is off. A key that is left out has
            # the value of the real service. Times are texts with a unit: "20 ms", "1 h 30 min", or as ISO 8601 has them.

            # Same seed, same requests, same outcome.
            """;

    public LawsFile {
        settings = List.copyOf(settings);
    }

    /**
     * Reads the text.
     *
     * @param file how to call it in what is said about its mistakes
     * @param seed the seed if it names none
     * @throws MistakenLaws with all mistakes found
     */
    public static LawsFile parse(String text, String file, long seed, List<Section> sections) {
        Mistakes mistakes = new Mistakes(file);
        // Editors on Windows put it there, and TOML does not know it.
        TomlParseResult found = Toml.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        found.errors().forEach(error -> mistakes.add(error.position().line(), sentence(error)));
        Map<Record, Integer> settings = new LinkedHashMap<>();
        long chosen = seed;
        for (String key : found.keySet()) {
            int line = Optional.ofNullable(found.inputPositionOf(List.of(key)))
                    .map(TomlPosition::line)
                    .orElse(1);
            Object value = Objects.requireNonNull(found.get(List.of(key)));
            if (key.equals(SEED) && value instanceof Long number) {
                chosen = number;
            } else if (key.equals(SEED)) {
                mistakes.add(line, "seed is " + Printing.seen(value) + ". Give " + Scalars.describe(long.class) + ".");
            } else {
                section(key, value, line, sections, mistakes).ifPresent(made -> settings.put(made, line));
            }
        }
        settings.forEach((record, line) ->
                contradictions(record, settings.keySet()).forEach(sentence -> mistakes.add(line, sentence)));
        mistakes.raise();
        return new LawsFile(chosen, List.copyOf(settings.keySet()));
    }

    /** Why these settings cannot hold together; empty if they can. */
    public static List<String> contradictions(Iterable<? extends Record> settings) {
        List<String> all = new ArrayList<>();
        settings.forEach(record -> all.addAll(contradictions(record, settings)));
        return all;
    }

    /** The laws as a complete file: those that hold with their settings, the others as comments. */
    public String print(List<Section> sections) {
        StringBuilder text =
                new StringBuilder(HEAD).append("seed = ").append(seed).append('\n');
        for (Section section : sections) {
            Optional<Record> held =
                    settings.stream().filter(section.settings()::isInstance).findFirst();
            held.or(section::real)
                    .ifPresent(shown -> text.append('\n').append(Printing.section(section, shown, held.isPresent())));
        }
        return text.toString();
    }

    private static List<String> contradictions(Record record, Iterable<? extends Record> all) {
        List<Record> others = new ArrayList<>();
        for (Record other : all) {
            if (!other.equals(record)) {
                others.add(other);
            }
        }
        return record instanceof Contradicting law ? law.contradictions(others) : List.of();
    }

    private static Optional<Record> section(
            String key, Object value, int line, List<Section> sections, Mistakes mistakes) {
        List<String> names = sections.stream().map(Section::name).toList();
        Optional<Section> section =
                sections.stream().filter(known -> known.name().equals(key)).findFirst();
        if (section.isEmpty()) {
            List<String> possible = new ArrayList<>(names);
            possible.add(SEED);
            String guess = Nearest.of(key, possible)
                    .map(near -> "Did you mean " + (near.equals(SEED) ? near : "[" + near + "]") + "?")
                    .orElse("There is " + String.join(", ", names) + ".");
            mistakes.add(line, "There is no law called " + key + ". " + guess);
            return Optional.empty();
        }
        if (!(value instanceof TomlTable table)) {
            mistakes.add(line, key + " is a law, and is given a value. Write [" + key + "] in a line of its own.");
            return Optional.empty();
        }
        Section law = section.get();
        return new Binding(table, line, key, law.settings(), law.real(), mistakes).settings();
    }

    private static String sentence(TomlParseError error) {
        String words = String.valueOf(error.getMessage());
        Matcher twice = TWICE.matcher(words);
        if (twice.matches()) {
            return twice.group(1) + " is given twice, first in line " + twice.group(2) + ". Keep one of them.";
        }
        String remedy = BARE_TIME.matcher(words).matches() ? " Put a time in quotes, such as \"20 ms\"." : "";
        return "This is no TOML. " + words + "." + remedy;
    }
}
