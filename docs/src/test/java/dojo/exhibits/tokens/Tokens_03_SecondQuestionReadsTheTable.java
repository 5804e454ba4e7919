package dojo.exhibits.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.item.ItemSize;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@WithLab
@WithTable(
        sortKey = "",
        timeToLive = "ttl",
        globalIndexes =
                @GlobalIndex(name = "by-customer", partitionKey = "customer", projection = ProjectionType.KEYS_ONLY))
class Tokens_03_SecondQuestionReadsTheTable {

    private static final int ISSUED = 300;
    private static final Map<String, AttributeValue> CUSTOMER = Map.of(":customer", fromS("c-009"));

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("All tokens of a customer is a second question: by the key of the"
            + " first it reads the whole table, by an index only the answer, for one more write a token.");

    @Test
    void the_scan_grows_with_the_table_and_the_index_with_the_answer(Lab lab, LabTable table) {
        var tokens = new Tokens(lab.client(), table.name());
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        int mark = lab.meter().mark();
        for (int i = 0; i < ISSUED; i++) {
            tokens.issue("t-" + i, "c-%03d".formatted(i / 2), now.plus(Duration.ofHours(8)));
        }
        double issue = lab.meter().billSince(mark).writeUnits() / ISSUED;

        mark = lab.meter().mark();
        int scanned = lab.client()
                .scan(scan -> scan.tableName(table.name())
                        .filterExpression("customer = :customer")
                        .expressionAttributeValues(CUSTOMER))
                .count();
        double scan = lab.meter().billSince(mark).readUnits();
        mark = lab.meter().mark();
        int found = lab.client()
                .query(query -> query.tableName(table.name())
                        .indexName("by-customer")
                        .keyConditionExpression("customer = :customer")
                        .expressionAttributeValues(CUSTOMER))
                .count();
        double index = lab.meter().billSince(mark).readUnits();
        mark = lab.meter().mark();
        tokens.renew("t-18", now, now.plus(Duration.ofHours(9)));
        double renew = lab.meter().billSince(mark).writeUnits();

        assertThat(found).isEqualTo(scanned).isEqualTo(2);
        assertThat(scan).isGreaterThan(3);
        assertThat(index).isEqualTo(0.5);
        assertThat(issue).isEqualTo(2);
        assertThat(renew).isEqualTo(1);
        EXHIBIT.measured("tokens", ISSUED);
        EXHIBIT.measured("found", found);
        EXHIBIT.byRule("bytes-of-a-token", (double) ItemSize.bytes(table.items().get(0)));
        EXHIBIT.byRule("read-units-by-scan", scan);
        EXHIBIT.byRule("read-units-by-index", index);
        EXHIBIT.byRule("write-units-of-issuing", issue);
        EXHIBIT.byRule("write-units-of-renewing", renew);
    }
}
