package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The terms of the index and the chapters and questions that they lead to.
 *
 * <p>A question stands below its topics. Names of DynamoDB's interface are found in the text: one that is in two to
 * eight places is a term, for what is said once needs no list, and what is said everywhere would be found in none.
 */
record IndexTerms(Map<String, Set<String>> places) {

    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+)`");
    private static final Pattern ID = Pattern.compile("\\[#([\\w-]+)[.\\]].*");
    private static final int MOST = 8;

    /** What topics are called in an index; all others are their own words. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("burst", "Bursts"),
            Map.entry("cache", "Caching"),
            Map.entry("dax", "DAX"),
            Map.entry("dynamodb local", "DynamoDB Local"),
            Map.entry("hot partition", "Hot partitions"),
            Map.entry("iam", "IAM"),
            Map.entry("lambda", "AWS Lambda"),
            Map.entry("lastevaluatedkey", "LastEvaluatedKey"),
            Map.entry("limit", "Limits"),
            Map.entry("partiql", "PartiQL"),
            Map.entry("query", "Queries"),
            Map.entry("scan", "Scans"),
            Map.entry("sdk", "SDK"),
            Map.entry("sparse", "Sparse indexes"),
            Map.entry("sparse index", "Sparse indexes"),
            Map.entry("ttl", "TTL"));

    /** Reads questions and the files of chapters, each of which begins with its id. */
    static IndexTerms of(List<Question> questions, List<Path> chapters) {
        Map<String, Set<String>> topics = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Set<String>> names = new HashMap<>();
        for (Question question : questions) {
            question.topics().forEach(topic -> add(topics, spelled(topic), question.id()));
            Question.SECTIONS.forEach(section -> names(names, question.section(section), question.id()));
        }
        for (Path chapter : chapters) {
            List<String> lines = Sources.lines(chapter);
            Matcher id = ID.matcher(lines.isEmpty() ? "" : lines.get(0));
            if (id.matches()) {
                names(names, lines, id.group(1));
            }
        }
        names.forEach((name, places) -> {
            if (places.size() > 1 && places.size() <= MOST) {
                places.forEach(place -> add(topics, name, place));
            }
        });
        return new IndexTerms(topics);
    }

    private static void names(Map<String, Set<String>> names, List<String> lines, String place) {
        Matcher name = NAME.matcher(String.join("\n", lines));
        while (name.find()) {
            add(names, name.group(1), place);
        }
    }

    private static void add(Map<String, Set<String>> terms, String term, String place) {
        terms.computeIfAbsent(term, unknown -> new LinkedHashSet<>()).add(place);
    }

    static String spelled(String topic) {
        return SPELLED.getOrDefault(
                topic.toLowerCase(Locale.ROOT), Character.toUpperCase(topic.charAt(0)) + topic.substring(1));
    }

    /** A chapter for screens and e-books, where an entry is a link and not the number of a page. */
    String chapter() {
        var text = new StringBuilder("[#terms.index]\n== Index\n");
        char letter = ' ';
        for (Map.Entry<String, Set<String>> term : places.entrySet()) {
            char initial = Character.toUpperCase(term.getKey().charAt(0));
            if (initial != letter) {
                letter = initial;
                text.append("\n[#terms-")
                        .append(letter)
                        .append("]\n=== ")
                        .append(letter)
                        .append("\n\n");
            }
            text.append(term.getKey()).append("::\n");
            text.append(term.getValue().stream()
                            .map(place -> "<<" + place + ">>")
                            .collect(Collectors.joining(" +\n")))
                    .append("\n");
        }
        return text.append("\n[.end-of-chapter]\n{end-of-chapter}\n").toString();
    }

    /** For paper: the marks that each chapter and question is to have, by the name of an attribute. */
    Map<String, Object> attributes() {
        Map<String, List<String>> marks = new TreeMap<>();
        places.forEach((term, ids) -> ids.forEach(
                id -> marks.computeIfAbsent(id, unknown -> new ArrayList<>()).add("(((" + term + ")))")));
        return marks.entrySet().stream()
                .collect(Collectors.toMap(
                        mark -> IndexMarks.attribute(mark.getKey()), mark -> String.join("", mark.getValue())));
    }
}
