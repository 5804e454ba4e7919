package dojo.session.dynamo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A part of the log in an earlier epoch, up to this place; a session that moves continues it in a new epoch. */
record Segment(long epoch, long last) {
    static List<Segment> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Segment::one).toList();
    }

    private static Segment one(String text) {
        int colon = text.indexOf(':');
        return new Segment(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }

    static String print(List<Segment> segments) {
        return segments.stream().map(it -> it.epoch() + ":" + it.last()).collect(Collectors.joining(" "));
    }
}
