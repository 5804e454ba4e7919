package dojo.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the part "Misconceptions": one chapter a topic, each entry with what is right and how that is known. */
final class MisconceptionPages {

    private MisconceptionPages() {}

    static String part(Misconceptions misconceptions) {
        List<String> chapters = new ArrayList<>();
        misconceptions.byTopic().forEach((topic, entries) -> {
            var text = new StringBuilder();
            text.append("[#wrong-about-").append(slug(topic)).append(".misconceptions%breakable]\n== ");
            text.append("Wrong about ").append(inASentence(topic)).append("\n\n");
            entries.forEach(entry -> append(text, entry));
            chapters.add(text.toString());
        });
        return Gathered.chapters(chapters);
    }

    private static void append(StringBuilder text, Misconception entry) {
        text.append("[#wrong-").append(entry.id()).append(".misconception]\n=== ");
        text.append(title(entry)).append("\n\n");
        text.append("[.wrong]\n")
                .append(word(entry))
                .append(": \"`")
                .append(entry.wrong())
                .append("`\"::\n");
        text.append(String.join("\n", entry.right())).append("\n\n");
        text.append("[.facts]\nThere: ").append(entry.there()).append('.');
        if (!entry.proofs().isEmpty()) {
            text.append(" Proof: ").append(list(entry.proofs(), "<<", ">>")).append('.');
        }
        if (!entry.exercises().isEmpty()) {
            text.append(" Exercise: ").append(list(entry.exercises(), "`", "`")).append('.');
        }
        if (!entry.sources().isEmpty()) {
            text.append(" Source: ").append(String.join(", ", entry.sources())).append('.');
        }
        text.append("\n\n");
    }

    private static String list(List<String> names, String before, String after) {
        return names.stream().map(name -> before + name + after).collect(Collectors.joining(", "));
    }

    private static String word(Misconception entry) {
        return switch (entry.verdict()) {
            case "outdated" -> "No longer";
            case "overstated" -> "Too much";
            default -> "Wrong";
        };
    }

    /** The id in words. */
    private static String title(Misconception entry) {
        String words = entry.id().replace('-', ' ');
        return (Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .replace("Dax", "DAX")
                .replace("1 2", "1.2");
    }

    private static String inASentence(String topic) {
        return Character.toLowerCase(topic.charAt(0)) + topic.substring(1);
    }

    private static String slug(String topic) {
        return topic.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
