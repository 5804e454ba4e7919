package dojo.book.fact;

import java.util.Map;
import java.util.TreeMap;

/** The facts as a chapter, with a table for each topic, and as a list for those who write. */
public final class FactsPage {

    private FactsPage() {}

    /** Sections from the third level on; a topic is the first part of a name. */
    public static String chapter(Facts facts) {
        Map<String, StringBuilder> topics = new TreeMap<>();
        for (Fact fact : facts.all()) {
            row(topics.computeIfAbsent(topic(fact), name -> new StringBuilder()), fact);
        }
        var text = new StringBuilder();
        topics.forEach((topic, rows) -> text.append("\n[#facts-")
                .append(topic)
                .append("]\n=== ")
                .append(title(topic))
                .append("\n\n[cols=\"2,4,2\",options=\"header\"]\n|===\n|Number |What it is |How it is known\n")
                .append(rows)
                .append("|===\n"));
        return text.toString();
    }

    /** A line a fact: the macro, what it prints, what it is. */
    public static String text(Facts facts) {
        var text = new StringBuilder();
        for (Fact fact : facts.all()) {
            text.append("fact:%s[]  %s %s (%s)%n  %s%n"
                    .formatted(
                            fact.name(), fact.text(), fact.unit(), fact.basis().badge(), fact.says()));
        }
        return text.toString();
    }

    private static void row(StringBuilder rows, Fact fact) {
        rows.append("\n|[[")
                .append(fact.id())
                .append("]]")
                .append(fact.text())
                .append(' ')
                .append(fact.unit());
        rows.append("\n|pass:c[")
                .append(fact.says().replace("]", "\\]").replace("|", "\\|"))
                .append("]");
        rows.append("\n|[.")
                .append(fact.basis().role())
                .append("]#")
                .append(fact.basis().badge())
                .append('#');
        if (!fact.source().isEmpty()) {
            rows.append(", ").append(fact.source()).append("[source]");
        }
        if (!fact.read().isEmpty()) {
            rows.append(", [.date]#").append(fact.read()).append('#');
        }
        rows.append('\n');
    }

    private static String topic(Fact fact) {
        return fact.name().substring(0, fact.name().indexOf('.'));
    }

    private static String title(String topic) {
        String known = Map.of(
                        "ttl",
                        "TTL",
                        "gsi",
                        "Global indexes",
                        "lsi",
                        "Local indexes",
                        "dax",
                        "DAX",
                        "pitr",
                        "Point-in-time recovery",
                        "mrsc",
                        "Strong consistency across Regions",
                        "sdk",
                        "AWS SDK for Java")
                .getOrDefault(topic, topic.replace('-', ' '));
        return Character.toUpperCase(known.charAt(0)) + known.substring(1);
    }
}
