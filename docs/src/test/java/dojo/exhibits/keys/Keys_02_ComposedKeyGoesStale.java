package dojo.exhibits.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.INDEXES;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.Capacity;

@WithLab
class Keys_02_ComposedKeyGoesStale {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A composed string sorts ten before two, and lists a closed ticket as"
                    + " open if one writer forgets it; a key of attributes does neither.");

    @Test
    void the_string_is_wrong_where_the_attributes_are_right(Lab lab) {
        var list = new WorkList(lab);
        list.open("t-2", 2);
        list.open("t-10", 10);

        var apartOrder = apart(list);
        var composedOrder = composed(list);
        var used = update(list, "SET #state = :v", "done");

        assertThat(apartOrder).containsExactly("t-2", "t-10");
        assertThat(composedOrder).containsExactly("t-10", "t-2");
        assertThat(apart(list)).containsExactly("t-10");
        assertThat(composed(list)).containsExactly("t-10", "t-2");
        assertThat(used).containsOnlyKeys("apart");
        double left = update(list, "REMOVE priority SET #state = :v", "open").values().stream()
                .mapToDouble(Capacity::capacityUnits)
                .sum();
        assertThat(apart(list)).containsExactly("t-10");
        EXHIBIT.measured("first-by-attributes", apartOrder.get(0));
        EXHIBIT.measured("first-by-string", composedOrder.get(0));
        EXHIBIT.measured("open-by-attributes", apart(list).size());
        EXHIBIT.measured("open-by-string", composed(list).size());
        EXHIBIT.measured(
                "index-units-of-moving",
                used.values().stream().mapToDouble(Capacity::capacityUnits).sum());
        EXHIBIT.measured("index-units-of-leaving", left);
    }

    private static List<String> apart(WorkList list) {
        return list.ids(
                "apart",
                "tenant = :tenant AND site = :site AND #state = :state",
                Map.of(":tenant", fromS("acme"), ":site", fromS("oslo"), ":state", fromS("open")));
    }

    private static List<String> composed(WorkList list) {
        return list.ids(
                "composed",
                "GSI1PK = :place AND begins_with(GSI1SK, :state)",
                Map.of(":place", fromS("acme#oslo"), ":state", fromS("open#")));
    }

    /** What each index took. */
    private static Map<String, Capacity> update(WorkList list, String expression, String value) {
        return list.ddb()
                .updateItem(update -> update.tableName(list.table())
                        .key(WorkList.key("t-2"))
                        .updateExpression(expression)
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":v", fromS(value)))
                        .returnConsumedCapacity(INDEXES))
                .consumedCapacity()
                .globalSecondaryIndexes();
    }
}
