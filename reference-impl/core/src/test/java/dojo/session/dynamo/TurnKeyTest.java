package dojo.session.dynamo;

import static dojo.session.dynamo.Keys.string;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.SessionId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TurnKeyTest {
    private static final SessionId SESSION = SessionId.of("s-42");

    @Test
    void the_key_of_a_turn_tells_its_session_and_its_place() {
        AttributeValue sortKey = Keys.turn(1_700_000_000_000L, 21);
        var keys = Map.of("PK", Keys.session(SESSION), "SK", sortKey);

        assertThat(TurnKey.of(keys)).contains(new TurnKey(SESSION, 21));
        assertThat(sortKey.s()).startsWith(TurnKey.PREFIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"META", "SUMMARY#000000000000001#000000000021", "MARK#TURN#1", "TURN#1#21", "TURN#", ""})
    void other_keys_name_no_turn(String sortKey) {
        assertThat(TurnKey.of("SESSION#s-42", sortKey)).isEmpty();
    }

    @Test
    void keys_of_other_code_name_no_turn() {
        AttributeValue turn = Keys.turn(1, 21);

        assertThat(TurnKey.of("CUSTOMER#c-7", turn.s())).isEmpty();
        assertThat(TurnKey.of("SESSION#s-42#else", turn.s())).isEmpty();
        assertThat(TurnKey.of("SESSION#", turn.s())).isEmpty();
        assertThat(TurnKey.of(Map.of("id", string("s-42")))).isEmpty();
        assertThat(TurnKey.of(Map.of("PK", Keys.session(SESSION), "SK", AttributeValue.fromN("21"))))
                .isEmpty();
    }
}
