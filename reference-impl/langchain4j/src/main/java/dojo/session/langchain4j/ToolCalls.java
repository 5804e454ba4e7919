package dojo.session.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Shows tool calls and their results as a model accepts them: each result right behind its call, none without the other.
 *
 * <p>The log may hold them otherwise: a window cuts between them, a process dies before the result is there, and of two
 * requests at once the one speaks between the other's call and its result. Providers refuse such a list, again and
 * again, so the conversation would be stuck. A list in which everything is in its place comes out as it went in.
 */
final class ToolCalls {
    private ToolCalls() {}

    /** A new list; calls at its end may still wait for their results. */
    static List<ChatMessage> inOrder(List<ChatMessage> messages) {
        List<Said> said = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message instanceof ToolExecutionResultMessage result) {
                latestWaitingFor(result, said);
            } else {
                said.add(new Said(message));
            }
        }
        List<ChatMessage> whole = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            boolean underWay = i == said.size() - 1;
            said.get(i).addTo(whole, underWay);
        }
        return whole;
    }

    private static void latestWaitingFor(ToolExecutionResultMessage result, List<Said> said) {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).takes(result)) {
                return;
            }
        }
    }

    /** A message and, if it calls tools, what came back. */
    private static final class Said {
        private final ChatMessage message;
        private final List<ToolExecutionRequest> waiting;
        private final List<ChatMessage> results = new ArrayList<>();

        Said(ChatMessage message) {
            this.message = message;
            this.waiting = message instanceof AiMessage ai && ai.hasToolExecutionRequests()
                    ? new ArrayList<>(ai.toolExecutionRequests())
                    : List.of();
        }

        /** Some models give their calls no id; then the name decides. */
        boolean takes(ToolExecutionResultMessage result) {
            for (Iterator<ToolExecutionRequest> calls = waiting.iterator(); calls.hasNext(); ) {
                ToolExecutionRequest call = calls.next();
                if (Objects.equals(call.id(), result.id()) && Objects.equals(call.name(), result.toolName())) {
                    calls.remove();
                    results.add(result);
                    return true;
                }
            }
            return false;
        }

        void addTo(List<ChatMessage> whole, boolean underWay) {
            if (waiting.isEmpty() || underWay) {
                whole.add(message);
                whole.addAll(results);
            }
        }
    }
}
