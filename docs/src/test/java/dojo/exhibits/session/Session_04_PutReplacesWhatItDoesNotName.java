package dojo.exhibits.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Session_04_PutReplacesWhatItDoesNotName {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A put without a condition inserts or replaces the whole item; with put-if-absent it"
                    + " inserts or is refused, which is no upsert.");

    @Test
    void a_plain_put_drops_old_attributes_and_a_conditional_one_is_refused(LabTable table) {
        var stored = Items.head(Instant.parse("2026-11-24T00:00:00Z"));
        Map<String, AttributeValue> fresh = Map.of("PK", fromS(Items.PK), "SK", fromS("META"), "page", fromS("home"));
        table.put(stored);

        assertThatThrownBy(() -> table.backstage()
                        .putItem(put -> put.tableName(table.name())
                                .item(fresh)
                                .conditionExpression("attribute_not_exists(PK)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(table.items(Items.PK)).containsExactly(stored);

        table.put(fresh);

        assertThat(table.items(Items.PK)).containsExactly(fresh);
        var lost = stored.keySet().stream()
                .filter(name -> !fresh.containsKey(name))
                .toList();
        EXHIBIT.measured("attributes-lost", lost.size());
    }
}
