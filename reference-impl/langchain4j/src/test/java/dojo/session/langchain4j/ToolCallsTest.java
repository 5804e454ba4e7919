package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolCallsTest {
    private static final ChatMessage ASK = UserMessage.from("price?");
    private static final ChatMessage THANKS = UserMessage.from("thanks");

    private static ToolExecutionRequest call(String id) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name("price")
                .arguments("{}")
                .build();
    }

    private static ChatMessage calls(String... ids) {
        return AiMessage.from(Arrays.stream(ids).map(ToolCallsTest::call).toList());
    }

    private static ChatMessage result(String id) {
        return ToolExecutionResultMessage.from(call(id), "result of " + id);
    }

    private static List<ChatMessage> inOrder(ChatMessage... messages) {
        return ToolCalls.inOrder(List.of(messages));
    }

    @Test
    void what_is_in_its_place_stays_there() {
        ChatMessage[] good = {ASK, calls("a", "b"), result("b"), result("a"), calls("c"), result("c"), THANKS};

        assertThat(inOrder(good)).containsExactly(good);
    }

    @Test
    void a_result_whose_call_fell_out_of_the_window_is_left_out() {
        assertThat(inOrder(result("a"), THANKS)).containsExactly(THANKS);
    }

    @Test
    void a_call_whose_process_died_before_the_result_is_left_out() {
        assertThat(inOrder(ASK, calls("a"), THANKS)).containsExactly(ASK, THANKS);
        assertThat(inOrder(ASK, calls("a", "b"), result("a"), THANKS)).containsExactly(ASK, THANKS);
    }

    @Test
    void a_call_at_the_end_waits_for_its_results() {
        assertThat(inOrder(ASK, calls("a", "b"), result("b"))).containsExactly(ASK, calls("a", "b"), result("b"));
    }

    @Test
    void a_result_that_others_spoke_before_stands_behind_its_call() {
        assertThat(inOrder(ASK, calls("a"), THANKS, result("a"))).containsExactly(ASK, calls("a"), result("a"), THANKS);
    }

    @Test
    void a_result_belongs_to_the_latest_call_of_its_id() {
        assertThat(inOrder(calls("a"), result("a"), calls("a"), result("a"), result("a")))
                .containsExactly(calls("a"), result("a"), calls("a"), result("a"));
    }

    @Test
    void calls_without_ids_are_told_apart_by_name() {
        ToolExecutionRequest price =
                ToolExecutionRequest.builder().name("price").arguments("{}").build();
        ToolExecutionRequest stock = price.toBuilder().name("stock").build();
        ChatMessage both = AiMessage.from(List.of(price, stock));
        ChatMessage here = ToolExecutionResultMessage.from(null, "stock", "3");
        ChatMessage there = ToolExecutionResultMessage.from(null, "price", "12");

        assertThat(inOrder(both, here, there, THANKS)).containsExactly(both, here, there, THANKS);
    }
}
