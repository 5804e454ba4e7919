package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.byKind;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class NoLagTest {

    private record Outcome(List<String> answers, Bill bill) {}

    @Test
    void without_a_lag_the_law_changes_no_answer_and_no_bill() {
        Outcome off = run(Laws.off());
        Outcome on = run(Laws.off().with(ReplicationSettings.none()));

        assertThat(on.answers()).isEqualTo(off.answers());
        assertThat(on.bill()).isEqualTo(off.bill());
    }

    @Test
    void strong_reads_cost_and_answer_the_same_however_long_the_lag() {
        List<String> off = strong(Laws.off());
        List<String> chaos = strong(Laws.off().with(ReplicationSettings.chaos()));

        assertThat(chaos).isEqualTo(off);
    }

    private static Outcome run(Laws laws) {
        try (Lab lab = Lab.under(laws)) {
            lab.backstage().createTable(Sessions.definition());
            DynamoDbClient ddb = lab.client();
            List<String> answers = new ArrayList<>();
            Random random = new Random(3);
            for (int step = 0; step < 400; step++) {
                String turn = "turn-" + random.nextInt(6);
                switch (random.nextInt(7)) {
                    case 0, 1 ->
                        ddb.putItem(put -> put.tableName(TABLE)
                                .item(item("s", turn, "kind", "user", "posted", turn + random.nextInt(9))));
                    case 2 -> ddb.deleteItem(delete -> delete.tableName(TABLE).key(key("s", turn)));
                    case 3 ->
                        answers.add(ddb.getItem(get ->
                                        get.tableName(TABLE).key(key("s", turn)).projectionExpression("posted"))
                                .toString());
                    case 4 ->
                        answers.add(ddb.query(session("s").limit(3).build()).toString());
                    case 5 ->
                        answers.add(ddb.query(byKind("user").select("COUNT").build())
                                .toString());
                    default ->
                        answers.add(ddb.batchGetItem(get -> get.requestItems(Map.of(
                                        TABLE,
                                        KeysAndAttributes.builder()
                                                .keys(List.of(key("s", turn), key("s", "none")))
                                                .build())))
                                .toString());
                }
            }
            return new Outcome(answers, lab.meter().billSince(0));
        }
    }

    private static List<String> strong(Laws laws) {
        try (Lab lab = Lab.under(laws)) {
            lab.backstage().createTable(Sessions.definition());
            List<String> answers = new ArrayList<>();
            for (int step = 0; step < 20; step++) {
                String turn = "turn-" + step % 3;
                String text = "text-" + step;
                lab.client().putItem(put -> put.tableName(TABLE).item(item("s", turn, "text", text)));
                answers.add(lab.client()
                        .query(session("s")
                                .consistentRead(true)
                                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                                .build())
                        .toString());
            }
            return answers;
        }
    }
}
