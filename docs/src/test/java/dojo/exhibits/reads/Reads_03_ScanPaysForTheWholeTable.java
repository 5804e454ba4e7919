package dojo.exhibits.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

@WithLab
@WithTable
class Reads_03_ScanPaysForTheWholeTable {

    private static final int SESSIONS = 60;
    private static final int TURNS = 20;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A full Scan reads every item, a page of at most 1 MB a call; what it"
                    + " is asked for changes the answer and not the bill.");

    @Test
    void one_session_costs_a_scan_the_table_and_a_query_the_session(LabTable table) {
        table.putAll(IntStream.range(0, SESSIONS * TURNS)
                .mapToObj(i -> Map.of(
                        "PK", fromS("SESSION#s-%02d".formatted(i / TURNS)),
                        "SK", fromS("TURN#%05d".formatted(i % TURNS)),
                        "content", fromS("x".repeat(1_000))))
                .toList());
        var wanted = Map.of(":session", fromS("SESSION#s-07"));

        var pages = table
                .backstage()
                .scanPaginator(scan -> scan.tableName(table.name())
                        .filterExpression("PK = :session")
                        .expressionAttributeValues(wanted)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .stream()
                .toList();
        var query = table.backstage()
                .query(one -> one.tableName(table.name())
                        .keyConditionExpression("PK = :session")
                        .expressionAttributeValues(wanted)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

        int read = pages.stream().mapToInt(ScanResponse::scannedCount).sum();
        double units = pages.stream()
                .mapToDouble(page -> page.consumedCapacity().capacityUnits())
                .sum();
        assertThat(read).isEqualTo(SESSIONS * TURNS);
        assertThat(pages.stream().mapToInt(ScanResponse::count).sum()).isEqualTo(TURNS);
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(query.count()).isEqualTo(TURNS);
        assertThat(query.consumedCapacity().capacityUnits()).isLessThan(units / 50);
        EXHIBIT.measured("items-read", read);
        EXHIBIT.measured("items-returned", TURNS);
        EXHIBIT.measured("calls", pages.size());
        EXHIBIT.measured("eventual-units", units);
        EXHIBIT.measured("eventual-units-of-the-query", query.consumedCapacity().capacityUnits());
    }
}
