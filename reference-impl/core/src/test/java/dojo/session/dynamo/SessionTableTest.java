package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Turn;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@WithLab
class SessionTableTest {
    @Test
    void the_table_it_creates_serves_a_memory_and_lets_items_expire(Lab lab, DynamoDbClient client) {
        String table = lab.newTableName();
        SessionTable.create(client, table);
        try {
            DynamoSessionMemory memory = DynamoSessionMemory.on(client, table);
            var start = memory.create(NewSession.of("s-42").ownedBy("c-7")).positionOrThrow();

            assertThat(memory.append(start, Turn.user("t-1", "hello"))).isInstanceOf(Append.Appended.class);
            assertThat(client.describeTimeToLive(describe -> describe.tableName(table))
                            .timeToLiveDescription())
                    .satisfies(ttl -> {
                        assertThat(ttl.attributeName()).isEqualTo("ttl");
                        assertThat(ttl.timeToLiveStatus()).isIn(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);
                    });
        } finally {
            lab.backstage().deleteTable(drop -> drop.tableName(table));
        }
    }

    @Test
    void a_sort_key_keeps_the_order_of_positions_beyond_every_power_of_ten() {
        assertThat(Keys.turn(1, 9).s()).isLessThan(Keys.turn(1, 10).s());
        assertThat(Keys.turn(1, 999_999_999_999L).s())
                .isLessThan(Keys.turn(2, 1).s());
        assertThat(Keys.turn(1_795_348_800_000L, 42))
                .isEqualTo(AttributeValue.fromS("TURN#001795348800000#000000000042"));
        assertThat(Keys.position("TURN#001795348800000#000000000042")).isEqualTo(42);
        assertThat(Keys.meta(dojo.session.SessionId.of("s-1")))
                .isEqualTo(Map.of("PK", AttributeValue.fromS("SESSION#s-1"), "SK", AttributeValue.fromS("META")));
    }
}
