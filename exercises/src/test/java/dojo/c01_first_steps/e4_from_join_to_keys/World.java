package dojo.c01_first_steps.e4_from_join_to_keys;

import dojo.lab.Lab;
import dojo.lab.junit.Growth;
import dojo.lab.junit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A shop with one faithful customer and a few others; of any size. */
record World(OrderModel model, long seed) {
    static final Customer MINA = new Customer("c-mina", "Mina");
    private static final Customer NOOR = new Customer("c-min", "Noor");
    private static final int LISTED = 3;
    private static final String ADDRESS = "Kyoto, Sakura-dori 7. " + "Leave it with the neighbour. ".repeat(8);

    World(OrderModel model, Seed seed) {
        this(model, seed.value());
    }

    /** Both questions, with the answers that they must get at each size. */
    Growth growth(Lab lab) {
        return Growth.of(lab, World::table, this::items)
                .pattern("one order", size -> page(minas(size).get(2)), this::page)
                .pattern("latest orders", size -> headlines(minas(size)), this::latest);
    }

    private static void table(CreateTableRequest.Builder table) {
        table.attributeDefinitions(string("PK"), string("SK"))
                .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE));
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private List<Map<String, AttributeValue>> items(int size) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        items.add(model.item(MINA));
        items.add(model.item(NOOR));
        minas(size).forEach(order -> items.addAll(model.items(order)));
        items.addAll(model.items(order("o-" + id(2) + "0", NOOR, "2026-12-24T18:00:00Z", 2)));
        return items;
    }

    /** Oldest first; ids say nothing about time. */
    private List<PlacedOrder> minas(int size) {
        return IntStream.range(0, 4 + size)
                .mapToObj(i -> order(
                        "o-" + id(i),
                        MINA,
                        "2026-%02d-%02dT09:30:00Z".formatted(1 + i / 28, 1 + i % 28),
                        i == 2 ? 3 : 1))
                .toList();
    }

    private long id(int i) {
        return 100 + Math.floorMod(37L * i + 411 * seed, 900L);
    }

    static PlacedOrder order(String id, Customer customer, String placedAt, int lines) {
        return new PlacedOrder(
                id,
                customer,
                placedAt,
                ADDRESS,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(number -> new Line(number, "Volume " + number + " of a long series", 690 + number))
                        .toList());
    }

    String page(DynamoDbClient ddb, String table) {
        return model.page(ddb, table, minas(1).get(2).id()).toString();
    }

    static String page(PlacedOrder order) {
        return new OrderPage(order.placedAt(), order.address(), order.customer().name(), order.lines()).toString();
    }

    String latest(DynamoDbClient ddb, String table) {
        return model.latest(ddb, table, MINA.id(), LISTED).toString();
    }

    private static String headlines(List<PlacedOrder> orders) {
        return IntStream.rangeClosed(1, LISTED)
                .mapToObj(back -> orders.get(orders.size() - back))
                .map(order -> new Headline(order.id(), order.placedAt(), order.total()))
                .toList()
                .toString();
    }
}
