package dojo.book.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SiteTest {

    private static final String BOOK = """
            <html><head><meta name="description" content="All about it."></head><body>
            <div id="header"><h1>The book</h1></div><div id="content">
            <div class="sect1"><h2 id="about">About</h2><div class="sectionbody"><p>It costs
            <a href="#sky-01" class="measured">2</a>; ask <a href="#q07-why">why</a>,
            <a href="#q07-why-answer">and be told</a>.</p></div></div>
            <h1 id="asked" class="sect0">Asked</h1>
            <div class="sect1 question"><h2 id="q07-why">Why?</h2><div class="sectionbody"><div class="facts"><p>Level</p></div>
            <div class="sect2 answer"><h3 id="q07-why-answer">Answer</h3><p>Because of <a href="#about">this</a>.</p></div>
            <div class="sect2 traps"><h3 id="q07-why-traps">Traps</h3><dl><dt>Wrong: no.</dt><dd><p>Yes.</p></dd></dl></div>
            </div></div>
            <h1 id="proofs" class="sect0">Proofs</h1>
            <div class="sect1 exhibits"><h2 id="evidence-sky">Sky</h2><div class="sectionbody">
            <div class="sect2 exhibit"><h3 id="sky-01">Sky 01</h3><div class="facts"><p>Test</p></div></div></div></div>
            </div></body></html>
            """;

    private final Site site = Site.of(BOOK);

    @Test
    void each_chapter_question_and_ladder_is_a_page_that_says_what_comes_next() {
        assertThat(site.files().keySet())
                .containsExactly(
                        "index.html",
                        "about.html",
                        "asked.html",
                        "questions/q07-why.html",
                        "proofs.html",
                        "evidence/sky.html",
                        "search-index.js");
        assertThat(page("questions/q07-why.html").select(".around a").eachAttr("href"))
                .containsExactly("../asked.html", "../proofs.html");
        assertThat(page("asked.html").select("main .chapters a").eachAttr("href"))
                .containsExactly("questions/q07-why.html");
    }

    @Test
    void a_link_leads_to_the_page_on_which_its_target_is_now() {
        assertThat(page("about.html").select("main p a").eachAttr("href"))
                .containsExactly("evidence/sky.html#sky-01", "questions/q07-why.html", "questions/q07-why.html#answer");
        assertThat(page("questions/q07-why.html").select("#page-text p a").eachAttr("href"))
                .containsExactly("../about.html");
    }

    @Test
    void an_answer_is_folded_and_of_a_trap_the_wrong_sentence_stays() {
        Document question = page("questions/q07-why.html");

        assertThat(question.select(".answer > details.fold:not([open]) > summary > h2#answer"))
                .hasSize(1);
        assertThat(question.select(".answer > details p").text()).isEqualTo("Because of this.");
        assertThat(question.select(".traps details > summary").text()).isEqualTo("Wrong: no.");
        assertThat(question.select(".traps details > p").text()).isEqualTo("Yes.");
    }

    @Test
    void a_number_says_in_words_where_it_comes_from_and_its_exhibit_where_it_is_printed() {
        assertThat(page("about.html").select("a.measured").attr("title")).isEqualTo("measured on DynamoDB Local");
        assertThat(page("evidence/sky.html").select(".facts").text()).isEqualTo("Test Printed in About");
    }

    @Test
    void the_search_knows_every_section_by_its_place_and_text() {
        assertThat(file("search-index.js").lines())
                .contains(
                        "[\"questions/q07-why.html#answer\",\"Why?\",\"Answer\",\"Because of this.\"],",
                        "[\"about.html\",\"About\",\"\",\"It costs 2; ask why, and be told.\"],");
    }

    @Test
    void the_index_and_the_text_of_a_test_are_not_searched() {
        Site indexed =
                Site.of(BOOK.replace("<p>Test</p></div>", "<p>Test</p></div><details class=\"test\">int one;</details>")
                        .replace("</div></body>", """
                        <div class="sect1 index"><h2 id="terms">Index</h2><dl><dt>Zebras</dt><dd><a href="#about">About</a></dd></dl>
                        </div></div></body>"""));

        assertThat(indexed.files().get("terms.html")).contains("Zebras", "<body class=\"index\">");
        assertThat(indexed.files().get("search-index.js")).doesNotContain("Zebras", "int one");
    }

    @Test
    void the_contents_open_at_the_part_a_reader_is_in() {
        Document question = page("questions/q07-why.html");

        assertThat(question.select("#page-contents details[open] > summary").text())
                .isEqualTo("Asked");
        assertThat(question.select("#page-contents [aria-current]").text()).isEqualTo("7 Why?");
        assertThat(question.select("title").text()).isEqualTo("Why? - The book");
    }

    @Test
    void a_part_that_ranks_its_chapters_is_listed_in_that_order_below_its_headings() {
        Site ranked = Site.of(BOOK.replace("""
                <h1 id="asked" class="sect0">Asked</h1>
                """, """
                <h1 id="asked" class="sect0">Asked</h1>
                <div class="openblock ranking"><div class="content"><div class="ulist"><div class="title">The first evening</div>
                <ul><li><a href="#q08-how">How?</a></li><li><a href="#q07-why">Why?</a></li></ul></div></div></div>
                """).replace("""
                <h1 id="proofs" class="sect0">
                """.strip(), """
                <div class="sect1 question"><h2 id="q08-how">How?</h2><div class="facts"><p>Level</p></div></div>
                <h1 id="proofs" class="sect0">
                """.strip()));
        Document cover = Jsoup.parse(Objects.requireNonNull(ranked.files().get("index.html")));
        Document question = Jsoup.parse(Objects.requireNonNull(ranked.files().get("questions/q07-why.html")));

        assertThat(cover.select("main .group h3").text()).isEqualTo("The first evening");
        assertThat(cover.select("main .group:has(h3) a").eachText()).containsExactly("8 How?", "7 Why?");
        assertThat(question.select("#page-contents details.group[open] > summary")
                        .text())
                .isEqualTo("The first evening");
        assertThat(question.select(".where").text()).isEqualTo("Asked / The first evening");
    }

    private Document page(String path) {
        return Jsoup.parse(file(path));
    }

    private String file(String path) {
        return Objects.requireNonNull(site.files().get(path), path);
    }
}
