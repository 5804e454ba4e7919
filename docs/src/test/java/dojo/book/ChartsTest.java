package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bars", "lines", "heat"})
    void the_same_numbers_give_the_same_bytes_whatever_was_drawn_before(String shape) {
        String first = Drawing.of("a-01-b", series(shape));

        Drawing.of("c-01-d", series("lines"));

        assertThat(Drawing.of("a-01-b", series(shape)))
                .isEqualTo(first)
                .doesNotContain("zr", "<style", "ecmeta", "clip-path");
    }

    @Test
    void a_picture_says_in_words_what_it_shows_and_its_words_are_text() {
        Element svg = Jsoup.parse(Drawing.of("a-01-b", series("bars"))).expectFirst("svg");

        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.attr("aria-labelledby")).isEqualTo("a-01-b-title a-01-b-desc");
        assertThat(svg.expectFirst("#a-01-b-title").text()).isEqualTo("Stars by hour");
        assertThat(svg.expectFirst("#a-01-b-desc").text()).startsWith("More stars");
        assertThat(svg.select("text").eachText()).contains("hour", "stars seen", "bright", "1,200");
    }

    @Test
    void each_colour_is_a_class_so_that_a_dark_page_can_change_it() {
        for (String shape : Series.SHAPES) {
            Element svg = Jsoup.parse(Drawing.of("a-01-b", series(shape))).expectFirst("svg");

            for (String name : List.of("fill", "stroke")) {
                assertThat(svg.select("[" + name + "]:not([" + name + "=none])"))
                        .as(shape)
                        .allSatisfy(drawn -> assertThat(drawn.className()).contains(name + "-"));
            }
        }
    }

    @Test
    void a_chart_is_on_the_page_on_paper_and_in_the_e_book() throws IOException {
        Book.Edition edition = TinyBook.sound();

        String page = new String(file(edition, "html/sky.html"), StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(page).select(".chart:has(.measured, .by-rule, .by-model) svg[role=img] > title"))
                .hasSize(3);
        try (var paper = Loader.loadPDF(file(edition, "dynamo-dojo.pdf"))) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("rays in a minute", "Light by the hour", "measured on DynamoDB Local");
        }
        assertThat(inZip(file(edition, "dynamo-dojo.epub"), "sky-01-light.svg"))
                .contains("role=\"img\"", "<title id=\"sky-01-light-title\">Light by the hour</title>");
    }

    private static byte[] file(Book.Edition edition, String name) {
        return Objects.requireNonNull(edition.files().get(name), name);
    }

    private static String inZip(byte[] bytes, String ending) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(ending)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private static Series series(String shape) {
        return new Series(
                "b",
                ExhibitRecord.Basis.LOCAL,
                shape,
                "Stars by hour",
                "More stars are seen the later it gets, until the moon rises.",
                "hour",
                "stars seen",
                List.of("bright", "faint"),
                List.of(
                        new Series.Point("20", List.of(1.0, 0.0)),
                        new Series.Point("22", List.of(40.0, 400.0)),
                        new Series.Point("24", List.of(60.0, 1200.0))));
    }
}
