package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.memory.InMemoryChatMemoryRepository;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Spring AI's own repository on a map says what ours has to answer, for the same random calls. */
@WithLab
class RepositoryDifferentialTest {
    private final ChatMemoryRepository model = new InMemoryChatMemoryRepository();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_same_calls_get_the_same_answers(long seed, DynamoDbClient client, LabTable table) {
        Random dice = new Random(seed);
        // Two processes that know nothing of each other serve the same conversations.
        List<ChatMemoryRepository> ours = List.of(
                SessionChatMemoryRepositoryTest.on(client, table), SessionChatMemoryRepositoryTest.on(client, table));
        for (int i = 0; i < 120; i++) {
            ChatMemoryRepository repository = ours.get(dice.nextInt(2));
            String id = "chat-" + dice.nextInt(3);
            if (dice.nextInt(12) == 0) {
                repository.deleteByConversationId(id);
                model.deleteByConversationId(id);
            } else {
                List<Message> list = edited(model.findByConversationId(id), dice);
                repository.saveAll(id, list);
                model.saveAll(id, list);
            }
            ChatMemoryRepository reader = ours.get(dice.nextInt(2));
            assertThat(reader.findByConversationId(id)).isEqualTo(model.findByConversationId(id));
            assertThat(reader.findConversationIds()).containsExactlyInAnyOrderElementsOf(model.findConversationIds());
        }
    }

    private static List<Message> edited(List<Message> list, Random dice) {
        List<Message> edited = new ArrayList<>(list);
        switch (dice.nextInt(7)) {
            case 0 -> Collections.reverse(edited);
            case 1 -> edited.clear();
            case 2 -> edited.subList(0, dice.nextInt(edited.size() + 1)).clear();
            case 3 -> edited.add(dice.nextInt(edited.size() + 1), new UserMessage("word " + dice.nextInt(5)));
            default -> edited.add(new AssistantMessage("word " + dice.nextInt(5)));
        }
        return edited;
    }
}
