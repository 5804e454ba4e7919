package dojo.book.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages that the build has just published, opened as files in a browser whose network is off.
 *
 * <p>Skipped, with a line that says so, where there is no Chromium, and where the book was checked and not published.
 */
class SiteIT {

    /** Every rule of the Web Content Accessibility Guidelines at level AA that a machine can judge. */
    private static final String GUIDELINES =
            "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}";

    /** The only one whose outcome the scheme changes. */
    private static final String CONTRAST = "{type: 'rule', values: ['color-contrast']}";

    private static final String BRIGHTNESS =
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + +b, 0)";

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static @Nullable Path profile;

    private static @Nullable Chromium browser;
    private static String axe = "";

    private @Nullable Tab opened;

    @BeforeAll
    static void a_browser_without_a_network() throws IOException {
        Optional<Path> executable = Chromium.installed();
        if (executable.isEmpty()) {
            System.err.println("The pages of the book were not opened in a browser: none of " + Chromium.NAMES
                    + " is in the search path.");
        }
        assumeTrue(executable.isPresent(), "no Chromium");
        assumeTrue(Files.isRegularFile(PublishedPages.SITE.resolve("index.html")), "nothing was published");
        try (var script = Objects.requireNonNull(SiteIT.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        browser = Chromium.open(executable.get(), Objects.requireNonNull(profile));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void a_tab() {
        opened = Objects.requireNonNull(browser).tab();
    }

    @AfterEach
    void close_the_tab() {
        tab().close();
    }

    @Test
    void everything_on_a_page_of_each_kind_follows_the_guidelines() {
        tab().prefer("light");

        assertThat(judgeSample(2, GUIDELINES)).isEmpty();
    }

    @Test
    void in_the_dark_everything_can_be_read_too() {
        tab().prefer("dark");

        assertThat(judgeSample(1, CONTRAST)).isEmpty();
        assertThat(tab().eval(BRIGHTNESS).asInt()).as("it was dark").isLessThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void so_can_what_the_search_finds(String scheme) {
        tab().prefer(scheme);
        search("key");

        assertThat(judge(CONTRAST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, #a0a0a0", "dark, #606060"})
    void text_that_is_too_pale_is_caught(String scheme, String pale) {
        tab().prefer(scheme);
        tab().open(PublishedPages.a("question"), "");
        tab().eval("document.documentElement.style.setProperty('--muted', '" + pale + "')");

        assertThat(judge(CONTRAST)).isNotEmpty().allMatch(problem -> problem.startsWith("color-contrast at "));
    }

    @Test
    void a_picture_without_words_is_caught() {
        tab().open(PublishedPages.a("question"), "");
        tab().eval("document.querySelector('main').append(new Image())");

        assertThat(judge(GUIDELINES)).anyMatch(problem -> problem.startsWith("image-alt at "));
    }

    @Test
    void the_search_finds_a_word_of_the_text_and_leads_to_it_with_the_network_off() {
        search("LastEvaluatedKey");

        assertThat(tab().eval("document.querySelectorAll('#page-results li').length")
                        .asInt())
                .isPositive();
        assertThat(tab().text("document.querySelector('#page-results mark').textContent"))
                .isEqualToIgnoringCase("LastEvaluatedKey");
        tab().during(() -> tab().eval("document.querySelector('#page-results a').click()"));
        assertThat(tab().text("document.querySelector('main').textContent")).contains("LastEvaluatedKey");
        assertThat(tab().requested()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
        assertThat(tab().is("fetch('https://docs.aws.amazon.com').then(() => false, () => true)"))
                .as("the network is off")
                .isTrue();
    }

    @Test
    void what_is_not_there_is_said_not_to_be_found() {
        search("xyzzy");

        assertThat(tab().text("document.querySelector('#page-results [role=status]').textContent"))
                .isEqualTo("Nothing is found for xyzzy.");
    }

    @Test
    void folds_open_and_close_by_keyboard() {
        tab().open(PublishedPages.a("question"), "");
        String focused = "document.activeElement";
        for (int i = 0; i < 60 && !tab().is(focused + ".matches('main details.fold > summary')"); i++) {
            tab().press("Tab");
        }
        String open = focused + ".parentElement.open";

        assertThat(tab().is(open)).isFalse();
        tab().press("Enter");
        assertThat(tab().is(open)).isTrue();
        tab().press(" ");
        assertThat(tab().is(open)).isFalse();

        tab().press("o");
        assertThat(tab().is("[...document.querySelectorAll('details.fold')].every(fold => fold.open)"))
                .isTrue();
        tab().press("o");
        assertThat(tab().is("[...document.querySelectorAll('details.fold')].some(fold => fold.open)"))
                .isFalse();
    }

    @Test
    void a_key_makes_it_dark_and_the_next_page_stays_dark() {
        tab().prefer("light");
        tab().open(PublishedPages.a("question"), "");
        assertThat(tab().eval(BRIGHTNESS).asInt()).isGreaterThan(600);

        tab().press("d");
        assertThat(tab().eval(BRIGHTNESS).asInt()).isLessThan(150);

        tab().during(() -> tab().press("n"));
        assertThat(tab().eval(BRIGHTNESS).asInt()).isLessThan(150);
        tab().press("d");
        assertThat(tab().eval(BRIGHTNESS).asInt()).isGreaterThan(600);
    }

    @Test
    void without_scripts_everything_can_be_read_and_nothing_pretends_to_work() {
        tab().withoutScripts();
        tab().open(PublishedPages.a("question"), "");

        assertThat(tab().text("document.querySelector('main').innerText")).hasSizeGreaterThan(500);
        assertThat(tab().is("[...document.querySelectorAll('form, button')].every(it => it.offsetParent === null)"))
                .as("no search and no button is shown")
                .isTrue();
        assertThat(tab().is("document.querySelector('#page-contents a').offsetParent !== null"))
                .as("the contents are shown")
                .isTrue();
        tab().eval("document.querySelector('details.fold > summary').focus()");
        tab().press("Enter");
        assertThat(tab().is("document.querySelector('details.fold').open")).isTrue();
    }

    @Test
    void a_button_copies_a_listing() {
        tab().open(PublishedPages.withListing(), "");
        tab().eval("document.querySelector('.listingblock > .copy').focus()");
        tab().press("Enter");
        tab().until("document.querySelector('.listingblock > .copy').textContent === 'Copied'");

        assertThat(tab().text("navigator.clipboard.readText()"))
                .isNotBlank()
                .isEqualTo(tab().text("document.querySelector('.listingblock pre').innerText"));
    }

    @Test
    void a_link_to_an_answer_opens_its_fold() {
        tab().open(PublishedPages.a("question"), "#answer");

        assertThat(tab().is("document.getElementById('answer').closest('details').open"))
                .isTrue();
        assertThat(tab().is("document.querySelector('.rubric details').open"))
                .as("the others stay closed")
                .isFalse();
        tab().until("Math.abs(document.getElementById('answer').getBoundingClientRect().top) < innerHeight");
    }

    private void search(String words) {
        tab().open(PublishedPages.SITE.resolve("index.html"), "");
        tab().press("/");
        tab().type(words);
        tab().until("document.querySelector('#page-results [role=status]')");
    }

    /** The longest pages of each kind, with every fold open. */
    private List<String> judgeSample(int ofEachKind, String rules) {
        List<String> found = new ArrayList<>();
        for (Path page : PublishedPages.sample(ofEachKind)) {
            tab().open(page, "");
            tab().eval("document.querySelectorAll('details').forEach(fold => { fold.open = true; })");
            judge(rules).forEach(problem -> found.add(PublishedPages.SITE.relativize(page) + ": " + problem));
        }
        return found;
    }

    private List<String> judge(String rules) {
        tab().eval(axe + "; 0");
        List<String> found = new ArrayList<>();
        String run = """
                axe.run(document, {runOnly: %s, resultTypes: ['violations']})
                  .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
                    rule.id + ' at ' + node.target + ': ' + node.failureSummary.replace(/\\s+/g, ' '))))
                """.formatted(rules);
        for (JsonNode violation : tab().eval(run)) {
            found.add(violation.asText());
        }
        return found;
    }

    private Tab tab() {
        return Objects.requireNonNull(opened);
    }
}
