package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.unitsOf;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Rows 4.1 and 4.4: what a put costs in an index, by what it does to the item's entry there. */
class IndexWritesTest {

    private static final Scene SCENE = new Scene();

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}: {4} writes to {1}")
    @MethodSource
    void a_put_over_an_item_costs(
            String what,
            String index,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after,
            double writes) {
        String table = SCENE.indexed();
        SCENE.local.putItem(put -> put.tableName(table).item(with(before, "PK", s("p"), "SK", s("s"))));

        ConsumedCapacity capacity = SCENE.ddb
                .putItem(put -> put.tableName(table)
                        .item(with(after, "PK", s("p"), "SK", s("s")))
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                .consumedCapacity();

        assertThat(unitsOf(index, capacity)).isEqualTo(writes);
    }

    static Stream<Arguments> a_put_over_an_item_costs() {
        var none = item();
        var one = item("kind", s("a"), "note", s("x"));
        var place = item("city", s("Ulm"), "street", s("Main"), "house", s("4"));
        return Stream.of(
                arguments("4.1 a new index attribute", "by-kind", none, one, 1),
                arguments("4.1 the key changes", "by-kind", one, with(one, "kind", s("b")), 2),
                arguments("4.1 the attribute goes", "by-kind", one, item("note", s("x")), 1),
                arguments("4.1 not in the index, before or after", "by-kind", item("note", s("x")), none, 0),
                arguments("4.1 a projected attribute changes", "by-kind", one, with(one, "note", s("y")), 1),
                arguments(
                        "4.1 an attribute that is not projected",
                        "by-holder",
                        item("holder", s("h"), "grade", s("g"), "note", s("x")),
                        item("holder", s("h"), "grade", s("g"), "note", s("y")),
                        0),
                arguments("4.1 the same again", "by-kind", one, one, 0),
                arguments(
                        "4.1 the key changes in a local index",
                        "by-posted",
                        item("posted", s("1")),
                        item("posted", s("2")),
                        2),
                arguments(
                        "4.1 five attributes in one put",
                        "by-kind",
                        one,
                        with(one, "a", s("1"), "b", s("2"), "c", s("3"), "d", s("4"), "e", s("5")),
                        1),
                arguments("4.1 a key of two, half of it there", "by-holder", none, item("holder", s("h")), 0),
                arguments("4.4 a key of three appears", "by-place", none, place, 1),
                arguments(
                        "4.4 a key of three, one of it changes",
                        "by-place",
                        place,
                        with(place, "street", s("Side")),
                        2),
                arguments(
                        "4.4 a key of three, one of it goes",
                        "by-place",
                        place,
                        item("city", s("Ulm"), "house", s("4")),
                        1),
                arguments(
                        "4.4 a key of three, never whole",
                        "by-place",
                        item("city", s("Ulm")),
                        item("street", s("Main"), "house", s("4")),
                        0),
                arguments("4.4 a projected attribute beside it", "by-place", place, with(place, "note", s("x")), 1),
                arguments("4.4 any other attribute beside it", "by-place", place, with(place, "kind", s("x")), 0),
                arguments("2.2 an entry of 2 KB", "by-place", none, with(place, "note", s("x".repeat(2000))), 2),
                arguments(
                        "2.2 a small entry of a large item",
                        "by-place",
                        none,
                        with(place, "body", s("x".repeat(9000))),
                        1),
                arguments("2.8 an entry shrinks from 3 KB", "by-kind", with(one, "note", s("x".repeat(3000))), one, 3),
                arguments(
                        "4.1 the key of 3 KB changes, and leaves 1 KB",
                        "by-kind",
                        with(one, "note", s("x".repeat(3000))),
                        item("kind", s("b")),
                        4));
    }
}
