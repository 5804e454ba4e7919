package dojo.lab.capacity;

import dojo.lab.item.ItemKey;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * How far Scans have come, by the keys at which their pages ended.
 *
 * <p>Safe for use by many threads.
 */
@Fidelity(
        level = Level.OUR_MODEL,
        says =
                "A Scan walks the partitions in order, each page as far as its part of the items; the page is paid for in"
                        + " the partition where it starts.")
final class Scans {

    private static final int KEPT = 1_024;

    private final Map<String, Double> parts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > KEPT;
        }
    };

    /** The part of all places that lie before the page. */
    synchronized double start(ScanRequest scan) {
        @Nullable Integer segments = scan.totalSegments();
        double first = segments == null || scan.segment() == null ? 0 : scan.segment() / (double) segments;
        return scan.hasExclusiveStartKey() ? parts.getOrDefault(end(scan, scan.exclusiveStartKey()), first) : first;
    }

    synchronized void page(ScanRequest scan, ScanResponse page, long items) {
        if (page.hasLastEvaluatedKey() && items > 0 && page.scannedCount() != null) {
            double next = start(scan) + page.scannedCount() / (double) items;
            parts.put(end(scan, page.lastEvaluatedKey()), Math.min(1, next));
        }
    }

    private static String end(
            ScanRequest scan, Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> key) {
        return new ItemKey(scan.tableName() + "/" + scan.indexName() + "/" + scan.segment(), key).canonical();
    }
}
