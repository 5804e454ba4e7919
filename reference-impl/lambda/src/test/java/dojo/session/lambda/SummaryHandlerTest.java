package dojo.session.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.summary.Summaries;
import dojo.session.summary.Summarizer;
import dojo.session.summary.SummaryConsumer;
import dojo.session.summary.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class SummaryHandlerTest {
    private final SessionMemory memory;

    SummaryHandlerTest(DynamoDbClient client, LabTable table) {
        this.memory = DynamoSessionMemory.on(client, table.name());
    }

    private SummaryHandler handler(Summarizer summarizer) {
        Summaries summaries = Summaries.in(memory, Trigger.every(4), summarizer, "model-1", "prompt-1");
        return SummaryHandler.of(SummaryConsumer.of(summaries), 5_000);
    }

    private void talk(String session, int turns) {
        Position at = memory.create(NewSession.of(session)).positionOrThrow();
        for (int i = 1; i <= turns; i++) {
            at = memory.append(at, Turn.user("m-" + i, "said in " + session)).positionOrThrow();
        }
    }

    private Optional<Summary> latest(String session) {
        return memory.load(SessionId.of(session), Window.latest(1))
                .contextOrThrow()
                .summary();
    }

    /** Four turns of s-1 and of s-2, a changed head, a summary, and a turn deleted when its time was over. */
    private static DynamodbEvent sample() throws IOException {
        try (InputStream file = SummaryHandlerTest.class.getResourceAsStream("stream-event.json")) {
            return Events.event(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String sum(Optional<Summary> previous, List<StoredTurn> turns) {
        return turns.size() + " turns";
    }

    @Test
    void an_event_as_lambda_writes_it_leads_to_summaries() throws IOException {
        talk("s-1", 4);
        talk("s-2", 5);
        Invocation invocation = new Invocation(60_000);

        StreamsEventResponse answer = handler(SummaryHandlerTest::sum).handleRequest(sample(), invocation);

        assertThat(answer.getBatchItemFailures()).isEmpty();
        assertThat(latest("s-1")).map(Summary::text).contains("4 turns");
        assertThat(latest("s-2")).map(Summary::to).contains(4L);
        assertThat(invocation.lines).singleElement().asString().startsWith("summaries written: 2");
    }

    @Test
    void the_answer_is_what_lambda_expects_of_a_partial_batch() throws IOException {
        talk("s-1", 4);
        talk("s-2", 4);
        Invocation invocation = new Invocation(60_000);

        StreamsEventResponse answer = handler((previous, turns) -> {
                    if (turns.get(0).turn().text().contains("s-1")) {
                        throw new IOException(
                                "the model quotes: " + turns.get(0).turn().text());
                    }
                    return "fine";
                })
                .handleRequest(sample(), invocation);

        JsonNode json = Events.json(answer);
        assertThat(json.toString()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"111\"}]}");
        assertThat(latest("s-2")).map(Summary::text).contains("fine");
        assertThat(invocation.lines.get(0)).contains("s-1", "111", "SummaryFailed by IOException");
        assertThat(invocation.lines).noneMatch(line -> line.contains("said in"));
    }

    @Test
    void what_cannot_be_begun_in_time_is_handed_back() throws IOException {
        talk("s-1", 4);
        talk("s-2", 4);

        // Enough time for the first summary and the look after it, and too little then.
        StreamsEventResponse answer =
                handler(SummaryHandlerTest::sum).handleRequest(sample(), new Invocation(60_000, 6_000, 4_999));

        assertThat(answer.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("112");
        assertThat(latest("s-1")).isPresent();
        assertThat(latest("s-2")).isEmpty();
    }

    @Test
    void an_event_without_records_is_done() {
        StreamsEventResponse answer =
                handler(SummaryHandlerTest::sum).handleRequest(new DynamodbEvent(), new Invocation(60_000));

        assertThat(Events.json(answer).toString()).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void the_environment_sets_it_up() {
        Map<String, String> environment = Map.of("SESSION_TABLE", "chats", "SUMMARY_TURNS", " 8 ");

        assertThat(HandlerSettings.of(environment)).isEqualTo(new HandlerSettings("chats", 8, 4_000, 700, "", 5_000));
        talk("s-1", 8);
        SummaryHandler handler =
                SummaryHandler.of(HandlerSettings.of(environment).consumer(memory), 0);
        handler.handleRequest(Events.event("""
                        {"Records": [{"eventName": "INSERT", "dynamodb": {"SequenceNumber": "1", "Keys": {
                        "PK": {"S": "SESSION#s-1"}, "SK": {"S": "TURN#001795348800000#000000000008"}}}}]}"""), new Invocation(60_000));
        assertThat(latest("s-1")).hasValueSatisfying(summary -> {
            assertThat(summary.to()).isEqualTo(8);
            assertThat(summary.text()).isEqualTo("User: said in s-1");
        });
    }

    @Test
    void an_environment_that_says_nonsense_is_refused_with_the_name_of_the_variable() {
        assertThatThrownBy(() -> HandlerSettings.of(Map.of())).hasMessageContaining("SESSION_TABLE");
        assertThatThrownBy(() -> HandlerSettings.of(Map.of("SESSION_TABLE", "t", "SUMMARY_TOKENS", "many")))
                .hasMessageContaining("SUMMARY_TOKENS is \"many\"");
        assertThatThrownBy(() -> SummaryHandler.of(
                        HandlerSettings.of(Map.of("SESSION_TABLE", "t")).consumer(memory), -1))
                .hasMessageContaining("-1");
    }
}
