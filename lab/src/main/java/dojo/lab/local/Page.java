package dojo.lab.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** One page of a Query or a Scan. */
record Page(
        AwsResponse answer, List<Map<String, AttributeValue>> items, int scanned, Map<String, AttributeValue> last) {

    static Page of(AwsResponse answer) {
        if (answer instanceof QueryResponse query) {
            return new Page(query, query.items(), query.scannedCount(), query.lastEvaluatedKey());
        }
        ScanResponse scan = (ScanResponse) answer;
        return new Page(scan, scan.items(), scan.scannedCount(), scan.lastEvaluatedKey());
    }

    /** Two pages that follow each other as one; what only some answers have, such as items, is as in the second. */
    Page and(Page following) {
        List<Map<String, AttributeValue>> both = new ArrayList<>(items);
        both.addAll(following.items);
        int sum = scanned + following.scanned;
        AwsResponse merged;
        if (answer instanceof QueryResponse mine && following.answer instanceof QueryResponse other) {
            QueryResponse.Builder query =
                    other.toBuilder().count(mine.count() + other.count()).scannedCount(sum);
            merged = (other.hasItems() ? query.items(both) : query).build();
        } else {
            ScanResponse other = (ScanResponse) following.answer;
            ScanResponse.Builder scan = other.toBuilder()
                    .count(((ScanResponse) answer).count() + other.count())
                    .scannedCount(sum);
            merged = (other.hasItems() ? scan.items(both) : scan).build();
        }
        return new Page(merged, both, sum, following.last);
    }
}
