package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Role;
import dojo.session.Turn;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;

class UnknownRoleTest {
    @Test
    void a_role_of_a_newer_writer_is_shown_as_said_to_the_model_and_named_in_the_metadata() {
        Message message = MessageTurns.message(Turn.of("m-1", new Role("DEVELOPER"), "Be brief."));

        assertThat(message.getMessageType()).isEqualTo(MessageType.USER);
        assertThat(message.getText()).isEqualTo("Be brief.");
        assertThat(message.getMetadata()).containsEntry("role", "DEVELOPER");
    }
}
