package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a table or an index that were most accessed, and most throttled, at most 25 of each.
 *
 * <p>Refusals on behalf of an index that cannot take a write are not among them.
 *
 * @param partitionKeys by throughput units of the partition key
 * @param items by throughput units of the whole key
 * @param throttledPartitionKeys by throttling events
 * @param throttledItems by throttling events
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/contributorinsights_HowItWorks.html">
 *     Contributor Insights</a>
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "Contributor Insights ranks keys by three times their write units and their read units, at most 25.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/contributorinsights_HowItWorks.html")
@Fidelity(
        level = Level.OUR_MODEL,
        says = "The ranking covers the time since the lab opened or was told to forget, not a minute.")
public record KeyReport(
        String table,
        Optional<String> index,
        List<TopKey> partitionKeys,
        List<TopKey> items,
        List<TopKey> throttledPartitionKeys,
        List<TopKey> throttledItems) {

    static final int MOST = 25;
}
