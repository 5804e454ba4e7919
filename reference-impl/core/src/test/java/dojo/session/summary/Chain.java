package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The summaries of a conversation as a {@link Newsroom} shows them. */
record Chain(List<String> links) {
    static Chain of(List<String> links) {
        return new Chain(links);
    }

    /** Each begins after the one before it, and its text says what all of them read. */
    void isWithoutOverlap() {
        long next = 1;
        String read = "";
        for (String link : links) {
            String range = link.substring(0, link.indexOf(':'));
            String[] ends = range.split("-", -1);
            read = read.isEmpty() ? range : read + " " + range;
            assertThat(Long.parseLong(ends[0])).as("where %s begins", link).isEqualTo(next);
            assertThat(link).isEqualTo(range + ": " + read);
            next = Long.parseLong(ends[1]) + 1;
        }
    }
}
