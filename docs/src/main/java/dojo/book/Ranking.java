package dojo.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which questions are asked: three evenings of the most wanted, then topic by topic.
 *
 * <p>{@code ranking.txt} beside the questions names the evenings and the topics and, indented, the ids of their
 * questions in the order of asking. A question with an evening stands below its topic too, and is printed with its
 * evening.
 */
final class Ranking {

    private static final List<String> EVENINGS =
            List.of("The first evening", "The second evening", "The third evening");

    /** Questions that belong together, under a heading. */
    record Group(String title, List<Question> questions) {}

    private final Path file;
    private final Map<String, List<String>> headings = new LinkedHashMap<>();

    private Ranking(Path file) {
        this.file = file;
    }

    /** Lines of the form {@code Topic}, then {@code   q01-one q02-two} with a blank in front. */
    static Ranking read(Path file) {
        var ranking = new Ranking(file);
        List<String> ids = new ArrayList<>();
        for (String line : Files.isRegularFile(file) ? Sources.lines(file) : List.<String>of()) {
            if (line.startsWith(" ")) {
                ids.addAll(List.of(line.strip().split(" +", -1)));
            } else if (!line.isBlank()) {
                ids = new ArrayList<>();
                ranking.headings.put(line.strip(), ids);
            }
        }
        return ranking;
    }

    /** All questions in order, in groups that are not empty; one that is ranked nowhere comes last. */
    List<Group> groups(List<Question> questions) {
        Map<String, Question> left = questions.stream()
                .collect(Collectors.toMap(Question::id, Function.identity(), (one, twin) -> one, LinkedHashMap::new));
        List<Group> groups = new ArrayList<>();
        headings.forEach((title, ids) -> groups.add(new Group(
                title, ids.stream().map(left::remove).filter(Objects::nonNull).toList())));
        groups.add(new Group("More", List.copyOf(left.values())));
        return groups.stream().filter(group -> !group.questions().isEmpty()).toList();
    }

    /** Every question has a topic, for a reader looks for it there, and stands with the evening that it names. */
    List<Problem> problems(List<Question> questions) {
        return questions.stream()
                .flatMap(question -> Stream.concat(unplaced(question), elsewhere(question)))
                .toList();
    }

    private Stream<Problem> unplaced(Question question) {
        boolean placed = headings.entrySet().stream()
                .anyMatch(heading -> !EVENINGS.contains(heading.getKey())
                        && heading.getValue().contains(question.id()));
        return placed
                ? Stream.empty()
                : Stream.of(Problem.in(file, question.id() + " has no place", "name it below a topic"));
    }

    private Stream<Problem> elsewhere(Question question) {
        int named = 0;
        for (int i = 0; i < EVENINGS.size(); i++) {
            named = headings.getOrDefault(EVENINGS.get(i), List.of()).contains(question.id()) ? i + 1 : named;
        }
        return named == question.evening()
                ? Stream.empty()
                : Stream.of(Problem.in(
                        file,
                        question.id() + " has evening " + question.evening() + " in its header, and " + named
                                + " here (0 is none)",
                        "let both say the same"));
    }
}
