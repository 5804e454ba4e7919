package dojo.workbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.bill.RequestLine;
import dojo.workbench.worker.asking.CatchUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class AskingLineTest {
    private static final Path SOURCE = Path.of("src/test/java/dojo/workbench/worker/asking/CatchUp.java");

    private final Lab lab = Lab.open();
    private final String table = lab.newTableName();
    private final CatchUp learner = new CatchUp(table);

    @BeforeEach
    void a_table_with_five_items() {
        lab.backstage()
                .createTable(create -> create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(List.of(text("PK"), text("SK")))
                        .keySchema(List.of(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))));
        for (int i = 0; i < 5; i++) {
            String id = "s" + i;
            lab.backstage()
                    .putItem(put -> put.tableName(table)
                            .item(Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS(id))));
        }
        var frames = new LearnerFrames(CatchUp.class.getPackageName(), Map.of("CatchUp.java", "mine/CatchUp.java"));
        lab.meter().askedBy(new AskingLine(frames, Thread.currentThread(), frames::of));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void every_page_belongs_to_the_line_that_turns_the_pages() throws IOException {
        learner.pages(lab.client());

        assertThat(askers()).hasSize(3).containsOnly(line("pages"));
    }

    @Test
    void a_thread_of_the_learners_asks_for_its_line() throws Exception {
        learner.fromThreads(lab.client());

        assertThat(askers()).containsExactly(line("fromThreads"));
    }

    @Test
    void what_is_asked_when_an_answer_has_come_has_its_own_line() throws IOException {
        learner.oneAfterTheOther(lab.asyncClient());

        assertThat(askers()).containsExactly(line("first"), line("second"));
    }

    @Test
    void further_pages_that_the_sdk_asks_for_belong_to_the_line_that_began() throws Exception {
        assertThat(learner.pagesWithoutWaiting(lab.asyncClient())).hasSize(5);

        assertThat(askers()).hasSize(3).containsOnly(line("pagesWithoutWaiting"));
    }

    @Test
    void nobody_is_blamed_where_no_line_of_the_learner_is_near() {
        lab.client().scan(scan -> scan.tableName(table));

        assertThat(lab.meter().lines()).extracting(RequestLine::asker).containsExactly(Optional.empty());
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private List<String> askers() {
        return lab.meter().lines().stream()
                .map(line -> line.asker().orElse("nobody"))
                .toList();
    }

    private static String line(String words) throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        int found = lines.indexOf(lines.stream()
                .filter(line -> line.endsWith("// " + words))
                .findFirst()
                .orElseThrow());
        return "mine/CatchUp.java:" + (found + 1);
    }
}
