package dojo.workbench.screen;

/** A value beside the one that it should equal: the part that differs is marked, what is the same around it is not. Pure. */
final class Parted {
    private Parted() {}

    static Line expected(String text, String actual) {
        return of(text, actual, Tone.GOOD, Tone.GOOD_PART);
    }

    static Line actual(String text, String expected) {
        return of(text, expected, Tone.BAD, Tone.BAD_PART);
    }

    /** Values that have nothing in common are no better for being marked from end to end. */
    private static Line of(String text, String other, Tone tone, Tone part) {
        int shorter = Math.min(text.length(), other.length());
        int from = Excerpt.firstDifference(text, other);
        int same = 0;
        while (same < shorter - from
                && text.charAt(text.length() - same - 1) == other.charAt(other.length() - same - 1)) {
            same++;
        }
        int to = text.length() - same;
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        return from == 0 && to == text.length()
                ? Line.of(tone, text)
                : Line.of(tone, text.substring(0, from))
                        .and(part, text.substring(from, to))
                        .and(tone, text.substring(to));
    }
}
