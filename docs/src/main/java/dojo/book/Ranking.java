package dojo.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The order in which questions are asked: three evenings of the most wanted, then topic by topic.
 *
 * <p>{@code ranking.txt} beside the questions names the topics and, indented, the ids of their questions. A question
 * with an evening stands there too, and is printed with its evening.
 */
final class Ranking {

    private static final List<String> EVENINGS =
            List.of("The first evening", "The second evening", "The third evening");

    /** Questions that belong together, under a heading. */
    record Group(String title, List<Question> questions) {}

    private final Path file;
    private final Map<String, List<String>> topics = new LinkedHashMap<>();

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
                ranking.topics.put(line.strip(), ids);
            }
        }
        return ranking;
    }

    /** All questions in order, in groups that are not empty; one that is ranked nowhere comes last. */
    List<Group> groups(List<Question> questions) {
        Set<Question> left = new LinkedHashSet<>(questions);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < EVENINGS.size(); i++) {
            int evening = i + 1;
            groups.add(taken(EVENINGS.get(i), left, question -> question.evening() == evening));
        }
        topics.forEach((title, ids) -> groups.add(taken(title, left, question -> ids.contains(question.id()))));
        groups.add(taken("More", left, question -> true));
        return groups.stream().filter(group -> !group.questions().isEmpty()).toList();
    }

    private static Group taken(String title, Set<Question> left, Predicate<Question> member) {
        List<Question> taken = left.stream().filter(member).toList();
        taken.forEach(left::remove);
        return new Group(title, taken);
    }

    /** Every question has a topic, for a reader looks for it there. */
    List<Problem> problems(List<Question> questions) {
        Set<String> ranked = topics.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return questions.stream()
                .filter(question -> !ranked.contains(question.id()))
                .map(question -> Problem.in(file, question.id() + " has no place", "name it below a topic"))
                .toList();
    }
}
