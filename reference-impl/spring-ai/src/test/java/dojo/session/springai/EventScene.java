package dojo.session.springai;

import dojo.session.Pause;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.EventLog;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionRegister;
import java.util.List;
import org.springframework.ai.session.EventFilter;
import org.springframework.ai.session.SessionEvent;
import org.springframework.ai.session.SessionRepository;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the tests of event repositories share. */
final class EventScene {
    private EventScene() {}

    static SessionEventRepository repository(DynamoDbClient client, String table, MovedClock clock) {
        MemorySettings settings = MemorySettings.usual().clock(clock).pause(Pause.NONE);
        return SessionEventRepository.over(
                DynamoSessionMemory.on(client, table, settings),
                EventLog.on(client, table, settings),
                SessionRegister.on(client, table, SessionEventRepository.REGISTER, settings),
                clock);
    }

    static List<String> texts(SessionRepository repository, EventFilter filter) {
        return repository.findEvents("s-42", filter).stream()
                .map(EventScene::text)
                .toList();
    }

    static String text(SessionEvent event) {
        return String.valueOf(event.getMessage().getText());
    }
}
