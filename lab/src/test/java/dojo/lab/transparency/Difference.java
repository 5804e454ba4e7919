package dojo.lab.transparency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One place where two answers differ.
 *
 * @param path the members on the way there, positions in lists left out
 */
record Difference(
        String path, @Nullable Object ours, @Nullable Object theirs) {

    /** Names given out by each side for itself, and moments: that they are there is compared, what they are is not. */
    private static final Set<String> VOLATILE = Set.of(
            "CreationDateTime",
            "LastUpdateToPayPerRequestDateTime",
            "LastIncreaseDateTime",
            "LastDecreaseDateTime",
            "LatestStreamArn",
            "StreamArn",
            "LastEvaluatedStreamArn",
            "LatestStreamLabel",
            "StreamLabel",
            "TableId",
            "ShardId",
            "ParentShardId",
            "LastEvaluatedShardId",
            "ShardIterator",
            "NextShardIterator",
            "SequenceNumber",
            "StartingSequenceNumber",
            "EndingSequenceNumber",
            "eventID",
            "ApproximateCreationDateTime",
            "CreationRequestDateTime",
            "NextToken");

    private static final Pattern VOLATILE_TEXT = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+|[0-9a-f]{8}-[0-9a-f-]{27}|\\b\\d{21,}\\b|shardId-[0-9a-f-]+|\\d{3}\\|[^ ]+");

    /** All places where the answers differ; the whole answers if one is a refusal and the other none, or another. */
    static List<Difference> between(Answer ours, Answer theirs) {
        if (ours.status() != theirs.status() || !ours.error().equals(theirs.error())) {
            return List.of(new Difference("outcome", ours, theirs));
        }
        List<Difference> found = new ArrayList<>();
        if (!ours.spelling().equals(theirs.spelling())) {
            found.add(new Difference("spelling", ours.spelling(), theirs.spelling()));
        }
        compare("", ours.spelledAlike(), theirs.spelledAlike(), found);
        return found;
    }

    private static void compare(String path, @Nullable Object ours, @Nullable Object theirs, List<Difference> found) {
        if (Objects.equals(ours, theirs)) {
            return;
        }
        if (ours instanceof Map && theirs instanceof Map) {
            Map<String, Object> left = Json.asObject(ours);
            Map<String, Object> right = Json.asObject(theirs);
            Set<String> names = new TreeSet<>(left.keySet());
            names.addAll(right.keySet());
            for (String name : names) {
                boolean both = left.containsKey(name) && right.containsKey(name);
                if (!(both && VOLATILE.contains(name))) {
                    String below = path.isEmpty() ? name : path + "." + name;
                    compare(below, left.get(name), right.get(name), found);
                }
            }
        } else if (ours instanceof List<?> left && theirs instanceof List<?> right && left.size() == right.size()) {
            List<?> leftOrdered = ordered(left);
            List<?> rightOrdered = ordered(right);
            for (int i = 0; i < left.size(); i++) {
                compare(path, leftOrdered.get(i), rightOrdered.get(i), found);
            }
        } else if (!(ours instanceof String left
                && theirs instanceof String right
                && steady(left).equals(steady(right)))) {
            found.add(new Difference(path, ours, theirs));
        }
    }

    /** How our number stands to theirs; nothing if they are not both numbers. */
    int compared() {
        return ours instanceof BigDecimal left && theirs instanceof BigDecimal right ? left.compareTo(right) : 0;
    }

    /** The receipts of several tables come in no order. */
    private static List<?> ordered(List<?> list) {
        return list.stream().allMatch(element -> Json.asObject(element).containsKey("TableName"))
                ? list.stream()
                        .sorted(Comparator.comparing(element -> bareName(Json.asObject(element))))
                        .toList()
                : list;
    }

    private static String bareName(Map<String, Object> receipt) {
        String name = String.valueOf(receipt.get("TableName"));
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String steady(String text) {
        return VOLATILE_TEXT.matcher(text).replaceAll("*");
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "(all)" : path) + "\n    lab:    " + cut(ours) + "\n    oracle: " + cut(theirs);
    }

    private static String cut(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 700 ? text.substring(0, 700) + "…" : text;
    }
}
