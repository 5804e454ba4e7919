package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void lines_of_a_paragraph_flow_together() {
        String text = "Support reports that some\nanswers look short.\n\nOnly long chats.";

        assertThat(Markup.lines(text, 60))
                .extracting(Line::text)
                .containsExactly("Support reports that some answers look short.", "", "Only long chats.");
    }

    @Test
    void code_and_bold_lose_their_marks_and_gain_a_tone() {
        assertThat(Markup.inline("Ask `Query` for *all* pages, 2*3*4."))
                .isEqualTo(Line.of("Ask ")
                        .and(Tone.CODE, "Query")
                        .and(" for ")
                        .and(Tone.TITLE, "all")
                        .and(" pages, 2*3*4."));
    }

    @Test
    void list_items_are_numbered_or_dotted_and_hang() {
        String text = ". read the first\npage of it\n. then the next\n\n* done";

        assertThat(Markup.lines(text, 18))
                .extracting(Line::text)
                .containsExactly("1. read the first", "   page of it", "2. then the next", "", "· done");
    }

    @Test
    void a_listing_keeps_its_shape() {
        String text = "[source,java]\n----\nwhile (more) {\n    next();\n----\nafter";

        assertThat(Markup.lines(text, 12))
                .extracting(Line::text)
                .containsExactly("  while (more) {", "      next();", "after");
    }

    @Test
    void a_link_shows_its_label_and_its_target() {
        assertThat(Markup.inline("see https://example.org/ttl[the page]").text())
                .isEqualTo("see the page (https://example.org/ttl)");
    }
}
