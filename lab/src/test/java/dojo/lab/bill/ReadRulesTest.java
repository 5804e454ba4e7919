package dojo.lab.bill;

import static dojo.lab.bill.Requests.batchGet;
import static dojo.lab.bill.Requests.get;
import static dojo.lab.bill.Requests.keys;
import static dojo.lab.bill.Requests.query;
import static dojo.lab.bill.Requests.transactGet;
import static dojo.lab.bill.Rule.reads;
import static dojo.lab.bill.Rule.times;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The rules for reading, row by row. */
class ReadRulesTest {

    private static final Scene SCENE = new Scene();

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"single_items", "pages", "batches"})
    void costs(Rule rule) {
        String table = SCENE.plain();
        rule.arrange(SCENE, table);

        Bill bill = SCENE.billOf(() -> rule.work().on(SCENE.ddb, table));

        assertThat(bill).isEqualTo(rule.price());
    }

    static Stream<Rule> single_items() {
        return Stream.of(
                reads("2.3", "4,096 bytes, strong", 1, Map.of("s", 4096), get(true)),
                reads("2.3", "4,096 bytes, eventual", 0.5, Map.of("s", 4096), get(false)),
                reads("2.3", "4,097 bytes, strong", 2, Map.of("s", 4097), get(true)),
                reads("2.3", "4,097 bytes, eventual", 1, Map.of("s", 4097), get(false)),
                reads("2.3", "4,096 bytes, transactional", 2, Map.of("s", 4096), transactGet("s")),
                reads("2.3", "4,097 bytes, transactional", 4, Map.of("s", 4097), transactGet("s")),
                reads("2.4", "nothing there, strong", 1, Map.of(), get(true)),
                reads("2.4", "nothing there, eventual", 0.5, Map.of(), get(false)),
                reads("2.4", "nothing there, transactional", 2, Map.of(), transactGet("s")),
                reads(
                        "2.7",
                        "one attribute of 5,000 bytes",
                        2,
                        Map.of("s", 5000),
                        (ddb, table) -> ddb.getItem(get -> get.tableName(table)
                                .key(key("p", "s"))
                                .projectionExpression("SK")
                                .consistentRead(true))));
    }

    static Stream<Rule> pages() {
        Map<String, Integer> tenTurns = times(10, 1024);
        Map<String, Integer> hundred = times(100, 206);
        return Stream.of(
                reads("2.5", "ten of 1 KB are summed, strong", 3, tenTurns, query(true)),
                reads("2.5", "ten of 1 KB are summed, eventual", 1.5, tenTurns, query(false)),
                reads("2.5", "nothing found, strong", 1, Map.of(), query(true)),
                reads("2.5", "nothing found, eventual", 0.5, Map.of(), query(false)),
                reads("2.5", "nothing scanned", 0.5, Map.of(), (ddb, table) -> ddb.scan(scan -> scan.tableName(table))),
                reads("2.5", "1,500 of 64 bytes are 96 KB", 24, times(1500, 64), query(true)),
                reads("2.7", "100 of 206 bytes", 3, hundred, query(false)),
                reads(
                        "2.7",
                        "a filter that keeps none of them",
                        3,
                        hundred,
                        (ddb, table) -> ddb.query(query -> query.tableName(table)
                                .keyConditionExpression("PK = :p AND SK < :end")
                                .filterExpression("size(body) > :long")
                                .expressionAttributeValues(Map.of(":p", s("p"), ":end", s("t"), ":long", n("999"))))),
                reads(
                        "2.7",
                        "the count of them",
                        3,
                        hundred,
                        (ddb, table) -> ddb.query(query -> query.tableName(table)
                                .keyConditionExpression("PK = :p")
                                .expressionAttributeValues(Map.of(":p", s("p")))
                                .select(Select.COUNT))),
                reads(
                        "2.7",
                        "a projection of them",
                        3,
                        hundred,
                        (ddb, table) -> ddb.scan(scan -> scan.tableName(table).projectionExpression("SK"))),
                reads("2.15", "a page ends at 1 MB, here after 11 of 100 KB", 275, times(12, 102_400), query(true)));
    }

    static Stream<Rule> batches() {
        Map<String, Integer> two = Map.of("s", 1536, "t", 6656);
        return Stream.of(
                reads("2.6", "1.5 KB and 6.5 KB by batch, strong", 3, two, batchGet(true, "s", "t")),
                reads("2.6", "1.5 KB and 6.5 KB by batch, eventual", 1.5, two, batchGet(false, "s", "t")),
                reads("2.6", "1.5 KB and 6.5 KB by query", 2, two, query(true)),
                reads(
                        "2.4",
                        "one found and two missing by batch",
                        1.5,
                        Map.of("s", 100),
                        batchGet(false, "s", "t", "u")),
                reads(
                        "2.7",
                        "one attribute by batch",
                        3,
                        two,
                        (ddb, table) -> ddb.batchGetItem(batch -> batch.requestItems(Map.of(
                                table,
                                keys(true, "s", "t").toBuilder()
                                        .projectionExpression("SK")
                                        .build())))));
    }
}
