package dojo.c09_ttl.e4_erase_with_receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "GSI1", partitionKey = "GSI1PK", sortKey = "PK"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EraserTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final World world;
    private final Eraser eraser;
    private final Chat chat;

    EraserTest(DynamoDbClient ddb, LabTable table) {
        world = new World(table);
        eraser = new Eraser(ddb, table.name(), World.COPIES, InstantSource.fixed(NOW));
        chat = new Chat(table.backstage(), table.name());
    }

    @Test
    @Order(1)
    void all_of_one_customer_is_gone_and_nothing_of_another() {
        eraser.erase("ada");

        assertThat(world.left()).isEqualTo(World.ben());
    }

    @Test
    @Order(2)
    @Costs(writeUnits = 14)
    void the_receipt_says_what_there_was_and_what_remains() {
        Receipt receipt = eraser.erase("ada");

        assertThat(receipt.counts()).isEqualTo(World.COUNTS);
        assertThat(receipt.copies()).isEqualTo(World.COPIES.after(receipt.finishedAt()));
    }

    @Test
    @Order(3)
    void nobody_writes_for_an_erased_customer() {
        eraser.erase("ada");

        assertThat(chat.say("ada", "s-2", "TURN#000003", "One more thing.", World.ALIVE))
                .as("a late turn was stored")
                .isFalse();
        assertThat(world.left()).isEqualTo(World.ben());
    }
}
