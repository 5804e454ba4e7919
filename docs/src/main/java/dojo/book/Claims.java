package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an answer claims, and what stands behind it in the same paragraph.
 *
 * <p>A claim is a sentence with a number or with <i>always</i>, <i>never</i> or <i>only</i>. Evidence is a value of an
 * exhibit, a reference to one, a fact, a calculation or a link to a page. The opener and the first paragraph of the
 * answer are said in one breath, and count as one paragraph.
 */
final class Claims {

    /**
     * One sentence that claims something.
     *
     * @param file the question it stands in
     * @param section the section of the question
     * @param sentence as it is written
     * @param reason the number or the word that makes it a claim
     * @param evidence what stands behind it; empty if nothing does
     */
    record Claim(Path file, String section, String sentence, String reason, Optional<String> evidence) {}

    private static final List<String> SAID_ALOUD = List.of("Opener", "Answer");

    private static final Pattern EVIDENCE = Pattern.compile(
            "\\{[a-z]+-\\d\\d-[a-z0-9-]+}|<<[a-z]+-\\d\\d[,>]|(?:fact|calc):\\S*\\[[^\\]]*]|https://[^\\s\\[]+");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)\\b(always|never|only)\\b");

    /** Digits that count something: not those of a name (S3, p99, q12), a date, a status code or a place in an order. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])\\$?\\d[\\d,]*(?:\\.\\d+)?(?:%| ?[KMGT]B)?(?![\\w-])(?!\\.\\d)");

    private static final Pattern SPELLED = Pattern.compile(
            "(?i)\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|hundred|thousand|million)"
                    + " (?:(?:read|write|capacity) )?"
                    + "(units?|KB|MB|GB|bytes|milliseconds|seconds|minutes|hours|days|weeks|dollars|cents|percent)\\b");

    private static final Pattern SHARE = Pattern.compile("(?i)\\b(twice|double|half) (the|a|as|of)\\b");

    /** What is written with digits and counts nothing. */
    private static final Pattern NAMES = Pattern.compile(
            "(?i)`[^`]*`|\\{[a-z0-9-]+}|<<[^>]*>>|(?:fact|calc):\\S*\\[[^\\]]*]|https://\\S+?\\[[^\\]]*]|https://\\S+"
                    + "|\\b(?:a|an|the|status|HTTP|error) (?:4\\d\\d|5\\d\\d)\\b|\\b(?:4\\d\\d|5\\d\\d)s\\b"
                    + "|\\b(?:\\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November"
                    + "|December)(?: \\d{1,2},?)? \\d{4}|\\b(?:in|since|of|until|late|early|mid) (?:19|20)\\d\\d\\b"
                    + "|\\b(?:Java|Route|version|Region|step|page|question|evening|UTF) ?-?\\d+(?:\\.\\d+)*|\\bISO 8601\\b");

    private Claims() {}

    /** The claims of what a candidate says aloud. */
    static List<Claim> of(Question question) {
        List<Claim> claims = new ArrayList<>();
        String breath =
                paragraphs(question.section("Answer")).stream().findFirst().orElse("");
        for (String section : SAID_ALOUD) {
            for (String paragraph : paragraphs(question.section(section))) {
                Optional<String> evidence = evidence(section.equals("Opener") ? paragraph + " " + breath : paragraph);
                for (String sentence : sentences(paragraph)) {
                    reason(sentence)
                            .ifPresent(reason ->
                                    claims.add(new Claim(question.file(), section, sentence, reason, evidence)));
                }
            }
        }
        return claims;
    }

    /** What makes a sentence a claim. */
    static Optional<String> reason(String sentence) {
        String said = NAMES.matcher(sentence).replaceAll("_");
        for (Pattern pattern : List.of(NUMBER, SPELLED, SHARE, ABSOLUTE)) {
            Matcher found = pattern.matcher(said);
            if (found.find()) {
                return Optional.of(found.group());
            }
        }
        // A number that a macro prints is a claim as well, which brings its evidence along.
        Matcher printed = Pattern.compile("\\{[a-z]+-\\d\\d-[a-z0-9-]+}|(?:fact|calc):\\S*\\[[^\\]]*]")
                .matcher(sentence);
        return printed.find() ? Optional.of(printed.group()) : Optional.empty();
    }

    private static Optional<String> evidence(String paragraph) {
        Matcher found = EVIDENCE.matcher(paragraph);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static List<String> paragraphs(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        var open = new StringBuilder();
        for (String line : lines) {
            if (line.isBlank()) {
                close(open, paragraphs);
            } else {
                open.append(open.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        close(open, paragraphs);
        return paragraphs;
    }

    private static void close(StringBuilder open, List<String> paragraphs) {
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
            open.setLength(0);
        }
    }

    private static List<String> sentences(String paragraph) {
        return List.of(paragraph.split("(?<=[.!?][)\"`_]{0,2})\\s+(?=[A-Z*`{(\"_$])"));
    }
}
