package dojo.lab.bill;

import static dojo.lab.bill.Requests.cancelled;
import static dojo.lab.bill.Requests.check;
import static dojo.lab.bill.Requests.delete;
import static dojo.lab.bill.Requests.deleteAction;
import static dojo.lab.bill.Requests.deleting;
import static dojo.lab.bill.Requests.put;
import static dojo.lab.bill.Requests.putAction;
import static dojo.lab.bill.Requests.putIf;
import static dojo.lab.bill.Requests.putting;
import static dojo.lab.bill.Requests.refused;
import static dojo.lab.bill.Requests.transact;
import static dojo.lab.bill.Requests.update;
import static dojo.lab.bill.Requests.updateAction;
import static dojo.lab.bill.Rule.writes;
import static dojo.lab.bill.Scene.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for writing, row by row. */
class WriteRulesTest {

    private static final Scene SCENE = new Scene();

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"single_items", "batches", "refusals", "transactions"})
    void costs(Rule rule) {
        String table = SCENE.plain();
        rule.arrange(SCENE, table);

        Bill bill = SCENE.billOf(() -> rule.work().on(SCENE.ddb, table));

        assertThat(bill).isEqualTo(rule.price());
    }

    static Stream<Rule> single_items() {
        return Stream.of(
                writes("2.1", "1,024 bytes are one KB", 1, Map.of(), put(1024)),
                writes("2.2", "1,025 bytes are two", 2, Map.of(), put(1025)),
                writes("2.2", "the smallest item", 1, Map.of(), put(10)),
                writes("2.2", "the largest item, 400 KB", 400, Map.of(), put(409_600)),
                writes("2.8", "5 KB replaced by 100 bytes", 5, Map.of("s", 5120), put(100)),
                writes("2.8", "100 bytes replaced by 5 KB", 5, Map.of("s", 100), put(5120)),
                writes("2.8", "10 bytes more in 5 KB", 6, Map.of("s", 5120), update("SET more = :six")),
                writes("2.8", "all but the key removed from 3 KB", 3, Map.of("s", 3072), update("REMOVE body")),
                writes("2.8", "an update that creates", 1, Map.of(), update("SET more = :six")),
                writes("2.9", "3 KB deleted", 3, Map.of("s", 3072), delete()),
                writes("2.9", "nothing deleted", 1, Map.of(), delete()),
                writes("2.14", "1,024 bytes stay one KB, whatever storage adds", 1, Map.of("s", 1024), delete()));
    }

    static Stream<Rule> batches() {
        return Stream.of(
                writes(
                        "2.6",
                        "1.5 KB and 6.5 KB written by batch",
                        9,
                        Map.of(),
                        (ddb, table) -> ddb.batchWriteItem(batch ->
                                batch.requestItems(Map.of(table, List.of(putting("s", 1536), putting("t", 6656)))))),
                writes(
                        "2.8",
                        "a batch put over 5 KB and a delete of 2 KB",
                        7,
                        Map.of("s", 5120, "t", 2048),
                        (ddb, table) -> ddb.batchWriteItem(batch ->
                                batch.requestItems(Map.of(table, List.of(putting("s", 100), deleting("t")))))));
    }

    static Stream<Rule> refusals() {
        return Stream.of(
                writes("2.10", "a put refused by 3 KB", 3, Map.of("s", 3072), putIf("attribute_not_exists(PK)", 100)),
                writes(
                        "2.10",
                        "a put of 3 KB refused by 100 bytes",
                        3,
                        Map.of("s", 100),
                        putIf("attribute_not_exists(PK)", 3072)),
                writes("2.10", "a put of 3 KB refused by nothing", 3, Map.of(), putIf("attribute_exists(PK)", 3072)),
                writes(
                        "2.10",
                        "an update refused by 3 KB",
                        3,
                        Map.of("s", 3072),
                        refused((ddb, table) -> ddb.updateItem(update -> update.tableName(table)
                                .key(key("p", "s"))
                                .updateExpression("REMOVE body")
                                .conditionExpression("attribute_not_exists(PK)")))),
                writes(
                        "2.10",
                        "a delete refused by nothing",
                        1,
                        Map.of(),
                        refused((ddb, table) -> ddb.deleteItem(delete -> delete.tableName(table)
                                .key(key("p", "s"))
                                .conditionExpression("attribute_exists(PK)")))));
    }

    static Stream<Rule> transactions() {
        return Stream.of(
                writes(
                        "2.11",
                        "puts of 1 KB and 3 KB",
                        8,
                        Map.of(),
                        transact(putAction("s", 1024), putAction("t", 3072))),
                writes(
                        "2.11",
                        "a put over 5 KB and a delete of nothing",
                        12,
                        Map.of("s", 5120),
                        transact(putAction("s", 100), deleteAction("t"))),
                writes(
                        "2.11",
                        "a check of 3 KB and an update of 2 KB",
                        10,
                        Map.of("s", 3072, "t", 2048),
                        transact(check("s", "attribute_exists(PK)"), updateAction("t"))),
                writes(
                        "2.11",
                        "cancelled, puts of 1 KB and 3 KB",
                        8,
                        Map.of("u", 50),
                        cancelled(transact(
                                putAction("s", 1024), putAction("t", 2048), check("u", "attribute_not_exists(PK)")))));
    }
}
