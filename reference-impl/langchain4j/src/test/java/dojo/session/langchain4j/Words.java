package dojo.session.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.TokenCountEstimator;

/** One token a word. */
final class Words implements TokenCountEstimator {
    @Override
    public int estimateTokenCountInText(String text) {
        return text.split(" ", -1).length;
    }

    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
        if (message instanceof UserMessage user) {
            return estimateTokenCountInText(user.singleText());
        }
        if (message instanceof AiMessage ai && ai.text() != null) {
            return estimateTokenCountInText(ai.text());
        }
        return 1;
    }

    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
        int tokens = 0;
        for (ChatMessage message : messages) {
            tokens += estimateTokenCountInMessage(message);
        }
        return tokens;
    }
}
