package dojo.exhibits.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Everything_01_SegmentsCostWhatTheScanCosts {

    private static final int ITEMS = 400;
    private static final int SEGMENTS = 4;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A parallel scan reads every item once over all segments; it is" + " faster, and no cheaper.");

    @Test
    void four_segments_read_everything_once_at_the_same_price(LabTable table) {
        table.putAll(IntStream.range(0, ITEMS)
                .mapToObj(i -> Map.of(
                        "PK",
                        fromS("SESSION#s-%03d".formatted(i)),
                        "SK",
                        fromS("META"),
                        "text",
                        fromS("x".repeat(2_000))))
                .toList());

        var whole = pages(table, 1);
        var parts = pages(table, SEGMENTS);

        assertThat(whole.keys()).hasSize(ITEMS);
        assertThat(parts.keys()).hasSameElementsAs(whole.keys()).doesNotHaveDuplicates();
        assertThat(parts.units()).isBetween(whole.units(), whole.units() + SEGMENTS);
        EXHIBIT.measured("items", ITEMS);
        EXHIBIT.measured("segments", SEGMENTS);
        EXHIBIT.measured("eventual-units", whole.units());
        EXHIBIT.measured("eventual-units-in-segments", parts.units());
    }

    private record Pages(List<String> keys, double units) {}

    private static Pages pages(LabTable table, int segments) {
        var pages = IntStream.range(0, segments)
                .boxed()
                .flatMap(segment -> table
                        .backstage()
                        .scanPaginator(scan -> scan.tableName(table.name())
                                .segment(segment)
                                .totalSegments(segments)
                                .returnConsumedCapacity(TOTAL))
                        .stream())
                .toList();
        var keys = pages.stream()
                .flatMap(page -> page.items().stream())
                .map(item -> item.getOrDefault("PK", fromS("none")).s())
                .toList();
        return new Pages(
                keys,
                pages.stream()
                        .mapToDouble(page -> page.consumedCapacity().capacityUnits())
                        .sum());
    }
}
