package dojo.session.summary;

import dojo.session.Role;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The summariser that needs no model: picks the sentences whose words are the most frequent, as they were said.
 *
 * <p>That is SumBasic: a sentence weighs the mean probability of its words; after one is picked, the probabilities of
 * its words are squared, so that the next one speaks of something else. The lines of the previous summary compete with
 * the new sentences. What tools answered and what the system was told is left out. The same turns give the same text,
 * on every machine. Costs no request; takes time in proportion to sentences kept times sentences said. Thread-safe.
 *
 * @param characters how long the text may be
 * @see <a href="https://www.microsoft.com/en-us/research/publication/the-impact-of-frequency-on-summarization/">Nenkova
 *     and Vanderwende: The impact of frequency on summarization, MSR-TR-2005-101</a>
 */
public record KeySentences(int characters) implements Summarizer {
    /** What {@link Summary.Origin#model()} is for it. */
    public static final String MODEL = "key-sentences";

    /** What {@link Summary.Origin#prompt()} is for it: raised whenever the same turns would give another text. */
    public static final String VERSION = "1";

    private static final int LEAST_CHARACTERS = 40;
    private static final Pattern SENTENCE = Pattern.compile("[^.!?。！？\\n]+[.!?。！？]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    public KeySentences {
        if (characters < LEAST_CHARACTERS) {
            throw new IllegalArgumentException("A summary of key sentences takes 40 characters or more, got "
                    + characters + ": 700 fit into one write unit.");
        }
    }

    @Override
    public String summarize(Optional<Summary> previous, List<StoredTurn> turns) {
        List<Line> lines = new ArrayList<>();
        previous.ifPresent(summary -> summary.text().lines().forEach(line -> add(line, lines)));
        turns.forEach(stored -> addSentences(stored.turn(), lines));
        Set<Integer> picked = pick(lines);
        return picked.isEmpty()
                ? "Nothing was said in words."
                : String.join(
                        "\n", picked.stream().map(i -> cut(lines.get(i).text())).toList());
    }

    private record Line(String text, List<String> words) {}

    private static void addSentences(Turn turn, List<Line> lines) {
        if (turn.role().equals(Role.USER) || turn.role().equals(Role.ASSISTANT)) {
            String speaker = turn.role().equals(Role.USER) ? "User: " : "Assistant: ";
            SENTENCE.matcher(turn.text())
                    .results()
                    .map(found -> found.group().strip())
                    .forEach(sentence -> add(speaker, sentence, lines));
        }
    }

    private static void add(String line, List<Line> lines) {
        int speaker = line.indexOf(": ") + 2;
        add(line.substring(0, speaker == 1 ? 0 : speaker), line.substring(speaker == 1 ? 0 : speaker), lines);
    }

    /** The name of the speaker is no word of the sentence. */
    private static void add(String speaker, String sentence, List<Line> lines) {
        List<String> words = WORD.matcher(sentence.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
        if (!words.isEmpty()) {
            lines.add(new Line(speaker + sentence, words));
        }
    }

    /** The numbers of the lines that fit, in the order in which they were said. */
    private Set<Integer> pick(List<Line> lines) {
        Map<String, Double> probability = probabilities(lines);
        Set<Integer> picked = new TreeSet<>();
        Set<String> said = new HashSet<>();
        int room = characters;
        while (room > 0) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                double weight = weight(line, probability);
                if (weight > most && cut(line.text()).length() <= room && !said.contains(line.text())) {
                    best = i;
                    most = weight;
                }
            }
            if (best < 0) {
                return picked;
            }
            Line line = lines.get(best);
            picked.add(best);
            said.add(line.text());
            room -= cut(line.text()).length() + 1;
            new HashSet<>(line.words()).forEach(word -> probability.computeIfPresent(word, (same, p) -> p * p));
        }
        return picked;
    }

    private static Map<String, Double> probabilities(List<Line> lines) {
        Map<String, Double> probability = new HashMap<>();
        long words = lines.stream().mapToLong(line -> line.words().size()).sum();
        for (Line line : lines) {
            line.words().forEach(word -> probability.merge(word, 1.0 / words, Double::sum));
        }
        return probability;
    }

    private static double weight(Line line, Map<String, Double> probability) {
        double sum = 0;
        for (String word : line.words()) {
            sum += probability.getOrDefault(word, 0.0);
        }
        return sum / line.words().size();
    }

    private String cut(String text) {
        if (text.length() <= characters) {
            return text;
        }
        int end = characters - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
