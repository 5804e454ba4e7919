package dojo.book.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    private static final String ROW = "item.size | 400 KB | https://aws.example/limits | An item is at most 400 KB.";

    @Test
    void the_table_of_this_book_is_sound_and_agrees_with_the_lab() throws IOException {
        Path table = Path.of(System.getProperty("basedir", "."), "facts.txt");

        assertThat(Facts.of(Files.readAllLines(table)).problems()).isEmpty();
    }

    @Test
    void a_row_is_a_fact_with_source_and_date() {
        Facts facts = Facts.of(List.of("# Items", "read 2026-11-22", ROW));

        assertThat(facts.find("item.size")).hasValueSatisfying(fact -> {
            assertThat(fact.text()).isEqualTo("400");
            assertThat(fact.unit()).isEqualTo("KB");
            assertThat(fact.read()).isEqualTo("2026-11-22");
            assertThat(fact.id()).isEqualTo("fact-item-size");
        });
    }

    @Test
    void the_lab_and_the_prices_are_in_it() {
        Facts facts = Facts.of(List.of());

        assertThat(facts.find("partition.write-units")).map(Fact::text).contains("1,000");
        assertThat(facts.find("price.write")).hasValueSatisfying(price -> {
            assertThat(price.text()).isEqualTo("0.625");
            assertThat(price.read()).matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(price.source()).startsWith("https://");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "item.size | 400 KB | https://aws.example/limits; is no fact",
                "itemsize | 400 KB | https://aws.example | A sentence.; is no name and number",
                "item.size | 400 | https://aws.example | A sentence.; is no name and number",
                "item.size | 400 KB | somewhere | A sentence.; lacks the address",
                "partition.write-units | 2,000 write units | https://aws.example | A sentence.; is 2,000 here and 1,000",
            })
    void a_seeded_defect_is_caught(String row, String expected) {
        assertThat(Facts.of(List.of("read 2026-11-22", row)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("2: ").contains(expected));
    }

    @Test
    void a_row_without_a_date_is_caught() {
        assertThat(Facts.of(List.of(ROW)).problems()).singleElement().asString().contains("is no fact");
    }
}
