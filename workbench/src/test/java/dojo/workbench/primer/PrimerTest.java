package dojo.workbench.primer;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.primer.Primer.Page;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.FakeTerminal;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PrimerTest {
    private static final Path EXERCISES = Path.of("../exercises/src/main/java").toAbsolutePath();
    private static final Primer PRIMER = Primer.read();

    @TempDir
    private Path classes;

    @Test
    void every_number_is_what_was_measured() throws Exception {
        List<Listing> listings = Listing.all(PRIMER);
        assertThat(listings).hasSizeGreaterThan(6);

        assertThat(Listing.measured(listings, EXERCISES, classes))
                .isEqualTo(listings.stream().map(Listing::claim).toList());
    }

    @Test
    void a_claim_that_is_not_true_is_found() throws Exception {
        Primer wrong = Primer.parse(
                "== Wrong\n\n----\nddb.scan(s -> s.tableName(table))\n=> 19 items, 19.0 read units\n----\n");

        assertThat(Listing.measured(Listing.all(wrong), EXERCISES, classes))
                .containsExactly("19 items, 3.0 read units");
    }

    @Test
    void bytes_and_prices_are_those_of_the_lab() throws Exception {
        String text = text("Read units");

        assertThat(text).contains(" " + Listing.bytesOfOneChat(EXERCISES, classes) + " bytes");
        assertThat(text).contains(Listing.price());
    }

    @Test
    void what_the_pages_name_is_there() {
        String text = text("Where to begin");

        for (String exercise : List.of("look_around", "first_query", "one_partition_many_items", "from_join_to_keys")) {
            assertThat(text).contains("`" + exercise + "`");
            assertThat(Path.of("../exercises/curriculum.txt")).content().containsPattern("(?m)^" + exercise + "$");
        }
        assertThat(text("From SQL to DynamoDB")).contains("`/primer 4`");
        assertThat(PRIMER.pages().get(3).title()).as("page 4").isEqualTo("Query");
    }

    @Test
    void the_pages_are_as_approved() {
        for (int page = 0; page < PRIMER.pages().size(); page++) {
            int at = page;
            Approved.windows(
                    "primer-%02d".formatted(page + 1),
                    (columns, rows) -> PrimerView.screens(PRIMER, columns, rows).get(at));
        }
    }

    @Test
    void each_page_fits_a_window_of_80_columns_and_24_rows() {
        List<List<Line>> screens = PrimerView.screens(PRIMER, 80, 24);

        assertThat(screens).as("one screen for each page").hasSameSizeAs(PRIMER.pages());
        assertThat(screens).allSatisfy(screen -> {
            assertThat(screen).hasSizeLessThanOrEqualTo(24);
            assertThat(screen).allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(80));
        });
    }

    @Test
    void a_low_window_cuts_pages_and_loses_no_line() {
        List<String> cut = PrimerView.screens(PRIMER, 80, 10).stream()
                .peek(screen -> assertThat(screen).hasSizeLessThanOrEqualTo(10))
                .flatMap(screen -> screen.subList(2, screen.size() - 2).stream())
                .map(Line::text)
                .toList();

        assertThat(String.join("\n", cut))
                .contains("=> 19 items, 3.0 read units", "You know tables", "brings these pages back");
    }

    @Test
    void keys_turn_the_pages_and_leave() throws Exception {
        try (FakeTerminal terminal = new FakeTerminal(80, 24)) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(
                    () -> PrimerWindow.of(PRIMER).run(terminal.terminal(), Screen.on(terminal.terminal())));
            terminal.see("page 1 of 11");
            terminal.type("n \r");
            terminal.see("page 4 of 11");
            terminal.type("bx");
            terminal.see("page 3 of 11");
            terminal.type("\u001b[F");
            terminal.see("page 11 of 11");
            terminal.type("nq");
            reading.get(30, TimeUnit.SECONDS);
        }
    }

    private static String text(String title) {
        return PRIMER.pages().stream()
                .filter(page -> page.title().equals(title))
                .map(Page::text)
                .findFirst()
                .orElseThrow()
                .replace('\n', ' ');
    }
}
