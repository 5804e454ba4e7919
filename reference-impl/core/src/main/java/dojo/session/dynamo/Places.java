package dojo.session.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Lists of places as short texts, neighbours together: {@code 1 30-49}. */
final class Places {
    private Places() {}

    /** Places from {@code first} to {@code last}, both included. */
    record Span(long first, long last) {
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    /** The same places in the same order, those that follow one another together. */
    static List<Span> spans(List<Long> places) {
        return spans(places, 1);
    }

    /** Spans of ascending places, which may hold up to {@code step - 1} others between two of them. */
    static List<Span> spans(List<Long> places, long step) {
        List<Span> spans = new ArrayList<>();
        for (long place : places) {
            Span last = spans.isEmpty() ? new Span(0, Long.MIN_VALUE) : spans.get(spans.size() - 1);
            if (place > last.last() && place <= last.last() + step) {
                spans.set(spans.size() - 1, new Span(last.first(), place));
            } else {
                spans.add(new Span(place, place));
            }
        }
        return spans;
    }

    static String write(List<Long> places) {
        return String.join(" ", spans(places).stream().map(Span::toString).toList());
    }

    static List<Long> read(String written) {
        List<Long> places = new ArrayList<>();
        for (String span : written.isEmpty() ? new String[0] : written.split(" ", -1)) {
            int dash = span.indexOf('-');
            long first = Long.parseLong(dash < 0 ? span : span.substring(0, dash));
            long last = Long.parseLong(span.substring(dash + 1));
            LongStream.rangeClosed(first, last).forEach(places::add);
        }
        return places;
    }
}
