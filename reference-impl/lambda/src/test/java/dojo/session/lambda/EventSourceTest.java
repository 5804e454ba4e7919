package dojo.session.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamLaw;
import dojo.lab.stream.StreamPoller;
import dojo.lab.stream.StreamSettings;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import dojo.session.summary.Summaries;
import dojo.session.summary.SummaryConsumer;
import dojo.session.summary.Trigger;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.event.ruler.Ruler;

/** The event source mapping of {@code session-summaries.yaml}, tried on the stream of a real table. */
class EventSourceTest {
    private static final SessionId MINA = SessionId.of("mina");

    private static JsonNode resource(String name) throws Exception {
        try (InputStream file = SummaryHandler.class.getResourceAsStream("session-summaries.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(file).at("/Resources/" + name + "/Properties");
        }
    }

    private static boolean passes(Record record) throws Exception {
        String pattern = resource("SummaryTrigger")
                .at("/FilterCriteria/Filters/0/Pattern")
                .asText();
        return Ruler.matchesRule(Events.json(record), pattern);
    }

    /** Everything a session memory does to its table: each kind of item is written, changed and deleted. */
    private static void live(Lab lab, String table) {
        var memory = DynamoSessionMemory.on(lab.client(), table, lab.clock(), Pause.NONE);
        Position at = memory.create(NewSession.of("mina").ownedBy("c-7").lasting(Duration.ofHours(1)))
                .positionOrThrow();
        for (int i = 1; i <= 4; i++) {
            at = memory.append(at, Turn.user("m-" + i, "hello").with("channel", "web"))
                    .positionOrThrow();
        }
        Summary summary = new Summary(1, 4, "They spoke.", lab.clock().instant())
                .of(new Summary.Origin(at, "digest", "model-1", "prompt-1"));
        memory.store(MINA, summary);
        // A redaction changes a turn in place.
        lab.client()
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#mina"), ":turn", AttributeValue.fromS("TURN#")))
                        .limit(1))
                .items()
                .forEach(turn -> {
                    var redacted = new HashMap<>(turn);
                    redacted.put("text", AttributeValue.fromS("…"));
                    lab.client().putItem(put -> put.tableName(table).item(redacted));
                });
        memory.restart(MINA);
        lab.clock().advance(Duration.ofDays(9));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name)).s();
    }

    private static Lab lab() {
        return Lab.under(Laws.off()
                .with(StreamSettings.real())
                .with(ExpirySettings.real().lag(Duration.ofMinutes(5), Duration.ofMinutes(20))));
    }

    private static String table(Lab lab) {
        String table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        lab.clock().advance(Duration.ofHours(1));
        return table;
    }

    @Test
    void the_filter_passes_insertions_of_turns_and_nothing_else() throws Exception {
        try (Lab lab = lab()) {
            String table = table(lab);
            List<Record> seen = new ArrayList<>();
            try (StreamPoller poller = lab.law(StreamLaw.class)
                    .poller(lab.streams(), table)
                    .start(batch -> {
                        seen.addAll(batch.records());
                        return BatchResult.done();
                    })) {
                live(lab, table);
                assertThat(poller.isCaughtUp()).isTrue();
            }
            Set<String> kinds = new TreeSet<>();
            List<String> passed = new ArrayList<>();
            for (Record record : seen) {
                String item = text(record.dynamodb().keys(), "SK").replaceFirst("#.*", "");
                kinds.add(record.eventNameAsString() + " " + item);
                if (passes(record)) {
                    passed.add(record.eventNameAsString() + " "
                            + text(record.dynamodb().newImage(), "turn_id"));
                }
            }

            assertThat(kinds)
                    .contains(
                            "INSERT META",
                            "INSERT SUMMARY",
                            "INSERT TURN",
                            "MODIFY META",
                            "MODIFY TURN",
                            "REMOVE META",
                            "REMOVE SUMMARY",
                            "REMOVE TURN");
            assertThat(passed).containsExactly("INSERT m-1", "INSERT m-2", "INSERT m-3", "INSERT m-4");
        }
    }

    @Test
    void behind_a_poller_with_these_settings_the_function_keeps_summaries_up_to_date() throws Exception {
        JsonNode mapping = resource("SummaryTrigger");
        assertThat(mapping.at("/FunctionResponseTypes/0").asText()).isEqualTo("ReportBatchItemFailures");
        assertThat(mapping.at("/BisectBatchOnFunctionError").asBoolean()).isTrue();
        try (Lab lab = lab()) {
            String table = table(lab);
            var memory = DynamoSessionMemory.on(lab.client(), table, lab.clock(), Pause.NONE);
            SummaryHandler handler = SummaryHandler.of(
                    SummaryConsumer.of(Summaries.in(
                            memory,
                            Trigger.every(4),
                            (previous, turns) -> turns.get(0).number() + " and more",
                            "model-1",
                            "prompt-1")),
                    5_000);
            try (StreamPoller poller = lab.law(StreamLaw.class)
                    .poller(lab.streams(), table)
                    .batchSize(mapping.at("/BatchSize").asInt())
                    .batchingWindow(Duration.ofSeconds(
                            mapping.at("/MaximumBatchingWindowInSeconds").asInt()))
                    .parallelizationFactor(mapping.at("/ParallelizationFactor").asInt())
                    .retryAttempts(mapping.at("/MaximumRetryAttempts").asInt())
                    .recordAge(Duration.ofSeconds(
                            mapping.at("/MaximumRecordAgeInSeconds").asInt()))
                    .bisectOnError()
                    .reportBatchItemFailures()
                    .start(batch -> handed(handler, batch.records()))) {
                Position at = memory.create(NewSession.of("mina")).positionOrThrow();
                for (int i = 1; i <= 9; i++) {
                    at = memory.append(at, Turn.user("m-" + i, "hello")).positionOrThrow();
                    lab.clock().advance(Duration.ofSeconds(20));
                }
                assertThat(poller.metrics().errors()).isZero();
            }
            assertThat(memory.load(MINA, Window.latest(1)).contextOrThrow().summary())
                    .map(Summary::text)
                    .contains("5 and more");
        }
    }

    /** Through JSON in both directions, filtered as the mapping says. */
    private static BatchResult handed(SummaryHandler handler, List<Record> records) throws Exception {
        List<String> events = new ArrayList<>();
        for (Record record : records) {
            if (passes(record)) {
                events.add(Events.json(record));
            }
        }
        StreamsEventResponse answer = handler.handleRequest(Events.event(events), new Invocation(60_000));
        List<String> failed = new ArrayList<>();
        Events.json(answer)
                .get("batchItemFailures")
                .forEach(failure -> failed.add(failure.get("itemIdentifier").asText()));
        return new BatchResult(failed);
    }

    @Test
    void the_template_names_the_class_there_is_and_variables_it_reads() throws Exception {
        JsonNode function = resource("SummaryFunction");

        assertThat(function.at("/Handler").asText()).isEqualTo(SummaryHandler.class.getName());
        Map<String, String> environment = new HashMap<>();
        function.at("/Environment/Variables")
                .properties()
                .forEach(variable -> environment.put(
                        variable.getKey(),
                        variable.getValue().isTextual() ? variable.getValue().asText() : "sessions"));
        assertThat(HandlerSettings.of(environment))
                .isEqualTo(HandlerSettings.of(Map.of("SESSION_TABLE", "sessions", "SESSION_REGION", "sessions")));
        assertThat(environment).hasSize(HandlerSettings.class.getRecordComponents().length);
    }

    @Test
    void the_function_may_do_what_the_policy_of_a_stream_consumer_allows_and_no_more() throws Exception {
        try (InputStream file =
                SummaryHandler.class.getResourceAsStream("/dojo/session/table/session-stream-consumer.json")) {
            JsonNode shipped = new ObjectMapper().readTree(file).get("Statement");
            JsonNode deployed = resource("SummaryRole").at("/Policies/0/PolicyDocument/Statement");

            assertThat(deployed).hasSize(4);
            for (int[] pair : new int[][] {{0, 0}, {1, 2}}) {
                assertThat(deployed.get(pair[1]).get("Action"))
                        .isEqualTo(shipped.get(pair[0]).get("Action"));
                assertThat(deployed.get(pair[1]).path("Condition"))
                        .isEqualTo(shipped.get(pair[0]).path("Condition"));
            }
        }
    }
}
