package dojo.lab.bill;

import dojo.lab.item.Charge;
import dojo.lab.item.IndexShape;
import dojo.lab.item.IndexShape.Kind;
import dojo.lab.item.ItemSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * What one page of Query or Scan costs: the bytes of everything read, summed, then rounded once.
 *
 * @param trimmed whether a filter, a projection or a count keeps something that was read out of the answer
 * @param attributes the attributes asked for by name
 * @param partition the partition key of a query, nothing for a scan
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html">Local secondary indexes</a>
 *     for the price of attributes that a local index lacks
 */
record PageCost(
        String table,
        Optional<IndexShape> index,
        ReadUnits units,
        boolean trimmed,
        Optional<Select> select,
        List<String> attributes,
        Map<String, AttributeValue> partition) {

    /** @param rereading reads the page again, whole items or index entries, if the answer does not show them */
    Cost of(Page page, Function<Select, List<Map<String, AttributeValue>>> rereading) {
        if (index.isPresent() && fetches(index.get())) {
            return fetching(index.get(), rereading.apply(Select.ALL_ATTRIBUTES));
        }
        return reading(trimmed ? rereading.apply(Select.ALL_PROJECTED_ATTRIBUTES) : page.items());
    }

    private Cost reading(List<Map<String, AttributeValue>> read) {
        double sum = units.forBytes(read.stream().mapToLong(ItemSize::bytes).sum());
        return Cost.of(index.map(from -> Charge.read(table, from, sum, partition))
                .orElseGet(() -> Charge.read(table, sum, partition)));
    }

    /** The index is read as ever, and then each item is fetched from the table by a read of its own. */
    private Cost fetching(IndexShape from, List<Map<String, AttributeValue>> items) {
        double fetched = items.stream()
                .mapToDouble(item -> units.forBytes(ItemSize.bytes(item)))
                .sum();
        return reading(items.stream().map(from::entry).toList()).plus(Charge.read(table, fetched, partition));
    }

    /** Only a local index fetches what it lacks; a global one refuses. */
    private boolean fetches(IndexShape from) {
        boolean everything = select.filter(Select.ALL_ATTRIBUTES::equals).isPresent();
        return from.kind() == Kind.LOCAL
                && (everything
                        ? !from.projected().isEmpty()
                        : !attributes.stream().allMatch(from::projects));
    }
}
