package dojo.exhibits.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.item.ItemSize;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@WithLab
@WithTable
class Growth_03_OneItemEndsAtItsLimit {

    private static final int LIMIT = 400 * 1_024;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("An item holds 400 KB, the names of its attributes included; an"
            + " update that would make it larger is refused, and its turn is not stored.");

    @Test
    void the_item_that_is_full_refuses_its_next_turn(LabTable table) {
        var chat = new Transcripts(table.backstage(), table.name());
        var full = chat(LIMIT);
        assertThat(ItemSize.bytes(full)).isEqualTo(LIMIT);
        table.put(full);

        var tooLarge = catchThrowableOfType(DynamoDbException.class, () -> table.put(chat(LIMIT + 1)));
        var append = catchThrowableOfType(DynamoDbException.class, () -> chat.appendToDocument("s-42", "ok"));

        assertThat(tooLarge.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(append.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(table.items("SESSION#s-42")).containsExactly(full);
        EXHIBIT.measured("bytes-taken", LIMIT);
        EXHIBIT.measured("bytes-refused", LIMIT + 1);
        EXHIBIT.measured("error", append.awsErrorDetails().errorCode());
    }

    /** One long turn, so that the item as a whole has so many bytes. */
    private static Map<String, AttributeValue> chat(int bytes) {
        var empty = Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("CHAT"), "turns", fromL(List.of(fromS(""))));
        int rest = bytes - (int) ItemSize.bytes(empty);
        var turns = fromL(List.of(fromS("x".repeat(rest))));
        return Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("CHAT"), "turns", turns);
    }
}
