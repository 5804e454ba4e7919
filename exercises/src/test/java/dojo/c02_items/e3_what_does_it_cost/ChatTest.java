package dojo.c02_items.e3_what_does_it_cost;

import static dojo.c02_items.e3_what_does_it_cost.Beliefs.BY_THE_KILOBYTE;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.KB;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.ONE_BY_ONE;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.STRONG;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.VALUES_ALONE;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.begun;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.bytes;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.eventual;
import static dojo.c02_items.e3_what_does_it_cost.Beliefs.strong;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.Predictions;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sends each request and reads the bill; the numbers of known mistakes are worked out from the items in the table. */
@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatTest {
    private final Predictions predictions;
    private final Chat chat;
    private final Beliefs table;

    ChatTest(DynamoDbClient ddb, LabTable table, Predictions predictions) {
        this.predictions = predictions;
        chat = new Chat(ddb, table.name());
        World.fill(table.backstage(), table.name());
        this.table = new Beliefs(table.items("SESSION#s-42"));
    }

    @Test
    @Order(1)
    void the_price_of_storing_a_turn_is_predicted() {
        String text = "a".repeat(1_000);
        var item = Map.of("PK", of("SESSION#s-42"), "SK", of("TURN#000041"), "text", of(text));
        predictions
                .of("store")
                .writeUnits(() -> chat.store("TURN#000041", text))
                .mistake(
                        (double) begun(Beliefs.values(item), KB),
                        "is what the values alone cost; the names of the attributes, PK, SK and text, are stored"
                                + " with every item and count, too")
                .because("the item has %,d bytes, %,d of them names: %,d KB begun, a write unit each"
                        .formatted(bytes(item), bytes(item) - Beliefs.values(item), begun(bytes(item), KB)))
                .judge();
    }

    @Test
    @Order(2)
    void the_price_of_a_new_title_is_predicted() {
        long whole = bytes(table.meta());
        predictions
                .of("rename")
                .writeUnits(() -> chat.rename("Something calmer, please"))
                .mistake(
                        (double) begun(bytes(Map.of("title", of("Something calmer, please"))), KB),
                        "is the price of what changes; an update is billed for the whole item, however little of it"
                                + " is new")
                .mistake(
                        (double) begun(whole, 4 * KB),
                        "is counted in blocks of 4 KB; those are for reading, a write is billed for each KB begun")
                .mistake(
                        (double) begun(whole, KB) + eventual(whole),
                        "adds a read to the write; DynamoDB looks at the item itself, and bills the write alone")
                .because("META has %,d bytes: %,d KB begun, a write unit each".formatted(whole, begun(whole, KB)))
                .judge();
    }

    @Test
    @Order(3)
    void the_price_of_reading_META_is_predicted() {
        long whole = bytes(table.meta());
        predictions
                .of("open")
                .readUnits(chat::open)
                .mistake(0.5, "is the price of the first 4 KB; META is longer")
                .mistake(strong(whole), STRONG)
                .mistake(begun(whole, KB) / 2.0, BY_THE_KILOBYTE)
                .because("META has %,d bytes: %,d times 4 KB begun, half a unit each"
                        .formatted(whole, begun(whole, 4 * KB)))
                .judge();
    }

    @Test
    @Order(4)
    void the_price_of_reading_only_the_title_is_predicted() {
        long whole = bytes(table.meta());
        predictions
                .of("title")
                .readUnits(chat::title)
                .mistake(
                        eventual(bytes(Map.of("title", of("Something calmer")))),
                        "is what came back; a projection is applied after reading, and reading is what is billed")
                .mistake(strong(whole), STRONG)
                .mistake(begun(whole, KB) / 2.0, BY_THE_KILOBYTE)
                .because("all of META was read, %,d bytes; all but its title was then left out".formatted(whole))
                .judge();
    }

    @Test
    @Order(5)
    void the_price_of_reading_all_turns_is_predicted() {
        long read = table.turns();
        predictions
                .of("all")
                .readUnits(chat::turns)
                .mistake(table.oneByOne(), ONE_BY_ONE)
                .mistake(strong(read), STRONG)
                .mistake(begun(read, KB) / 2.0, BY_THE_KILOBYTE)
                .mistake(table.valuesAlone(), VALUES_ALONE)
                .because("40 turns have %,d bytes together: %d times 4 KB begun, half a unit each"
                        .formatted(read, begun(read, 4 * KB)))
                .judge();
    }

    @Test
    @Order(6)
    void the_price_of_the_turns_of_one_speaker_is_predicted() {
        long read = table.turns();
        long returned = table.turnsOf("customer");
        predictions
                .of("filter")
                .readUnits(() -> chat.turnsOf("customer"))
                .mistake(
                        eventual(returned),
                        "is what came back; a filter is applied after reading, and reading is what is billed")
                .mistake(table.oneByOne(), ONE_BY_ONE)
                .mistake(strong(read), STRONG)
                .mistake(begun(read, KB) / 2.0, BY_THE_KILOBYTE)
                .mistake(table.valuesAlone(), VALUES_ALONE)
                .because("40 turns were read, %,d bytes; the filter then dropped %,d of them"
                        .formatted(read, read - returned))
                .judge();
    }

    private static AttributeValue of(String text) {
        return AttributeValue.fromS(text);
    }
}
