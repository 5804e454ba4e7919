package dojo.exhibits.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Rekey_01_CopyMissesWhatIsWrittenMeanwhile {

    private static final int OLD = 20;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A copy under a new key misses what is written behind its back, and a"
                    + " blind put in the copy overwrites what a dual write has stored newer.");

    @Test
    void a_conditional_copy_keeps_what_the_dual_write_stored(LabTable table) {
        table.putAll(IntStream.range(0, OLD).mapToObj(i -> old(i, "before")).toList());
        var walk = table.items();

        table.put(old(3, "after"));
        table.put(moved(old(3, "after")));
        table.put(old(OLD, "after"));
        walk.forEach(item -> copy(table.backstage(), table.name(), moved(item)));

        var copied = table.items().stream()
                .filter(item -> item.getOrDefault("PK", fromS("")).s().startsWith("CUSTOMER#"))
                .toList();
        long newest = copied.stream()
                .filter(item -> fromS("after").equals(item.get("text")))
                .count();
        assertThat(copied).hasSize(OLD);
        assertThat(newest).isEqualTo(1);
        EXHIBIT.measured("items-before", OLD);
        EXHIBIT.measured("items-after", OLD + 1);
        EXHIBIT.measured("items-copied", copied.size());
    }

    // tag::copy-unless-there[]
    static void copy(DynamoDbClient ddb, String to, Map<String, AttributeValue> item) {
        try {
            ddb.putItem(put -> put.tableName(to)
                    .item(item)
                    // A dual write was here first, and its item is newer.
                    .conditionExpression("attribute_not_exists(PK)"));
        } catch (ConditionalCheckFailedException newer) {
            return;
        }
    }
    // end::copy-unless-there[]

    private static Map<String, AttributeValue> old(int i, String text) {
        return Map.of("PK", fromS("SESSION#s-%03d".formatted(i)), "SK", fromS("META"), "text", fromS(text));
    }

    private static Map<String, AttributeValue> moved(Map<String, AttributeValue> item) {
        var copy = new HashMap<>(item);
        copy.put("PK", fromS("CUSTOMER#c-1"));
        copy.put("SK", item.getOrDefault("PK", fromS("")));
        return copy;
    }
}
