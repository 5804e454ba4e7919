package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteGateTest {

    @Test
    void links_between_pages_and_to_other_machines_are_sound() {
        assertThat(SiteGate.judge(Map.of(
                        "index.html", "<a href=\"q/one.html#there\">1</a> <a href=\"https://aws\">AWS</a>",
                        "q/one.html",
                                "<p id=\"there\"><a href=\"../index.html\">up</a> <a href=\"#there\">here</a></p>")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q/two.html", "one.html", "q/one.html#nowhere", "../q/one.html"})
    void a_link_that_reaches_no_page_or_no_place_on_it_is_caught(String href) {
        assertThat(SiteGate.judge(
                        Map.of("index.html", "<a href=\"" + href + "\">1</a>", "q/one.html", "<p id=\"there\">")))
                .extracting(Problem::what)
                .containsExactly("the link \"1\" leads to " + href + ", which is nowhere");
    }
}
