package dojo.exhibits.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Partiql_01_OneWordMakesItAScan {

    private static final int SESSIONS = 100;
    private static final int TURNS = 5;
    private static final int PAGE = 50;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A SELECT by the partition key is a query; the same SELECT by another attribute reads the whole table.");

    @Test
    void the_same_turns_are_cheap_by_key_and_dear_by_attribute(LabTable table) {
        table.putAll(IntStream.range(0, SESSIONS * TURNS)
                .mapToObj(i -> Map.of(
                        "PK", fromS("SESSION#s-%02d".formatted(i / TURNS)),
                        "SK", fromS("TURN#%05d".formatted(i % TURNS)),
                        "customer", fromS("c-%02d".formatted(i / TURNS)),
                        "text", fromS("x".repeat(1_000))))
                .toList());

        // tag::by-key[]
        var byKey = "SELECT * FROM \"%s\" WHERE PK = ?".formatted(table.name());
        // end::by-key[]
        // tag::by-attribute[]
        var byAttribute = "SELECT * FROM \"%s\" WHERE customer = ?".formatted(table.name());
        // end::by-attribute[]
        int callsByKey = calls(table, byKey, "SESSION#s-07");
        int callsByAttribute = calls(table, byAttribute, "c-07");

        assertThat(callsByKey).isEqualTo(1);
        assertThat(callsByAttribute).isGreaterThanOrEqualTo(SESSIONS * TURNS / PAGE);
        EXHIBIT.measured("turns", TURNS);
        EXHIBIT.measured("turns-in-the-table", SESSIONS * TURNS);
        EXHIBIT.measured("items-a-call", PAGE);
        EXHIBIT.measured("calls", callsByKey);
        EXHIBIT.measured("calls-by-attribute", callsByAttribute);
    }

    /** So many calls, each of which looks at a page of items at most, find the five turns. */
    private static int calls(LabTable table, String statement, String value) {
        int calls = 0;
        int found = 0;
        @Nullable String next = null;
        do {
            @Nullable String from = next;
            var answer = table.backstage()
                    .executeStatement(execute -> execute.statement(statement)
                            .parameters(fromS(value))
                            .limit(PAGE)
                            .nextToken(from));
            calls++;
            found += answer.items().size();
            next = answer.nextToken();
        } while (next != null);
        assertThat(found).isEqualTo(TURNS);
        return calls;
    }
}
