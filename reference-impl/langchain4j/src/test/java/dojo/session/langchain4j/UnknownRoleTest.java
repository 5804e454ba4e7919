package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.CustomMessage;
import dojo.session.Role;
import dojo.session.Turn;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownRoleTest {
    @Test
    void a_role_of_a_newer_writer_is_shown_as_a_message_of_its_own_kind() {
        assertThat(MessageTurns.message(Turn.of("m-1", new Role("DEVELOPER"), "Be brief.")))
                .contains(CustomMessage.from(Map.of("role", "DEVELOPER", "text", "Be brief.")));
    }
}
