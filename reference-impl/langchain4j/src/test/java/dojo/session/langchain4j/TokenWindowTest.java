package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.SessionMemory;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Windows by tokens, counted when a message is added. */
@WithLab
class TokenWindowTest {
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final SessionMemory sessions;

    TokenWindowTest(DynamoDbClient client, LabTable table) {
        this.sessions = DynamoSessionMemory.on(client, table.name());
    }

    @Test
    void the_latest_messages_that_fit_are_shown() {
        ChatMemory memory = memories(Window.latest(100).within(10)).of("chat");
        memory.add(
                UserMessage.from("four and four and"),
                AiMessage.from("eight and twelve"),
                UserMessage.from("four"),
                AiMessage.from("eight .."));

        assertThat(memory.messages())
                .containsExactly(
                        AiMessage.from("eight and twelve"), UserMessage.from("four"), AiMessage.from("eight .."));
    }

    @Test
    void tokens_are_counted_by_the_estimator_that_was_there_when_a_message_was_added() {
        SessionChatMemories words = memories(Window.latest(100).within(3)).counting(new Words());
        words.of("chat").add(UserMessage.from("incomprehensibilities"), AiMessage.from("one two"));

        assertThat(words.of("chat").messages()).hasSize(2);
        assertThat(memories(Window.latest(100).within(2)).of("chat").messages())
                .containsExactly(AiMessage.from("one two"));
    }

    @Test
    void a_budget_that_cuts_between_a_call_and_its_result_shows_neither() {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id("call-1")
                .name("price")
                .arguments("{}")
                .build();
        ChatMemory memory =
                memories(Window.latest(100).within(5)).counting(new Words()).of("chat");
        memory.add(
                AiMessage.from("let me see that for you", List.of(call)),
                ToolExecutionResultMessage.from(call, "12"),
                AiMessage.from("twelve euro"));

        assertThat(memory.messages()).containsExactly(AiMessage.from("twelve euro"));
    }

    private SessionChatMemories memories(Window window) {
        return SessionChatMemories.over(sessions, window, LIFETIME);
    }
}
