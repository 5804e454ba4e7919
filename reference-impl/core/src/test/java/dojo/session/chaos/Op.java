package dojo.session.chaos;

/** One call of the memory, as its caller saw it. */
record Op(int number, String writer, Ask ask, Said said, Span span) {

    /** Whether it was over when the other one began. */
    boolean before(Op other) {
        return span.ended() < other.span.begun();
    }

    @Override
    public String toString() {
        return "%5d  %s to %s  %-8s %s -> %s".formatted(number, time(span.from()), time(span.to()), writer, ask, said);
    }

    private static String time(java.time.Instant instant) {
        return java.time.format.DateTimeFormatter.ISO_INSTANT.format(instant).substring(5);
    }
}
