package dojo.book;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a text is, and how hard to read.
 *
 * <p>Reading ease is Flesch's: 206.835 - 1.015 words a sentence - 84.6 syllables a word; 60 to 70 is plain English, below
 * 30 is for graduates. Syllables are estimated by groups of vowels. (R. Flesch, "A new readability yardstick", Journal of
 * Applied Psychology 32, 1948.)
 *
 * @param words a printed number, a name in code and a link count as one
 * @param sentences ends of sentences
 * @param syllables estimated
 * @param longest words of the longest sentence
 */
record Reading(int words, int sentences, int syllables, int longest) {

    private static final Pattern ONE_WORD =
            Pattern.compile("`[^`]*`|\\{[a-z0-9-]+}|<<[^>]*>>|(?:fact|calc):\\S*?\\[[^\\]]*]");
    private static final Pattern LINK = Pattern.compile("\\(?https://[^\\s\\[]+(\\[[^\\]]*])?\\)?");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final double WORDS_A_MINUTE = 150;

    static Reading of(List<String> lines) {
        String text = String.join(
                " ",
                lines.stream()
                        .filter(line -> !line.matches("\\[.*]|//.*|:[a-z-]+:.*|(include|image)::.*"))
                        .toList());
        text = LINK.matcher(text).replaceAll("");
        text = ONE_WORD.matcher(text).replaceAll("it");
        int words = 0;
        int sentences = 0;
        int syllables = 0;
        int longest = 0;
        for (String sentence : text.split("(?<=[.!?:])[)\"_*]*\\s+|::\\s", -1)) {
            List<String> said = words(sentence);
            if (!said.isEmpty()) {
                sentences++;
                words += said.size();
                longest = Math.max(longest, said.size());
                syllables += said.stream().mapToInt(Reading::syllables).sum();
            }
        }
        return new Reading(words, sentences, syllables, longest);
    }

    double wordsASentence() {
        return sentences == 0 ? 0 : (double) words / sentences;
    }

    double ease() {
        return words == 0 ? 0 : 206.835 - 1.015 * wordsASentence() - 84.6 * syllables / words;
    }

    /** How long it takes to say, at an unhurried pace. */
    double seconds() {
        return 60 * words / WORDS_A_MINUTE;
    }

    /** A line an answer, the hardest first. */
    static String report(QuestionBank bank) {
        var text = new StringBuilder("""
                Answers: words, seconds at 150 words a minute, words a sentence, longest sentence, reading ease.
                Reading ease after Flesch (1948): 60 to 70 is plain English, below 30 is hard.

                """);
        bank.questions().stream()
                .map(question -> line(question, of(question.section("Answer"))))
                .forEach(text::append);
        Reading all = of(bank.questions().stream()
                .flatMap(question -> question.section("Answer").stream())
                .toList());
        text.append("%n%d answers: %.1f words a sentence, reading ease %.0f%n"
                .formatted(bank.questions().size(), all.wordsASentence(), all.ease()));
        return text.toString();
    }

    private static String line(Question question, Reading answer) {
        return String.format(
                Locale.ROOT,
                "%-40s %4d words %4.0f s %5.1f %4d %5.0f%n",
                question.id(),
                answer.words(),
                answer.seconds(),
                answer.wordsASentence(),
                answer.longest(),
                answer.ease());
    }

    private static List<String> words(String sentence) {
        return Stream.of(sentence.split("[^\\p{L}\\p{N}'’.-]+"))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (lower.length() <= 3) {
            return 1;
        }
        Matcher groups = VOWELS.matcher(lower.replaceAll("(?<![aeiouyl])e$|(?<![td])ed$|(?<![scxz])es$", ""));
        return (int) Math.max(1, groups.results().count());
    }
}
