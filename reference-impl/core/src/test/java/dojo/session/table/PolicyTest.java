package dojo.session.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.ItemVersions;
import dojo.session.dynamo.SessionTable;
import dojo.session.evolve.Backfill;
import dojo.session.evolve.JobSettings;
import dojo.session.evolve.Layout;
import dojo.session.evolve.Phase;
import dojo.session.evolve.Rekeying;
import dojo.session.summary.KeySentences;
import dojo.session.summary.Summaries;
import dojo.session.summary.SummaryConsumer;
import dojo.session.summary.Trigger;
import dojo.session.summary.TurnWritten;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/** The policies allow what the code does, nothing else, and not to everybody. */
class PolicyTest {
    private static final String TABLE = "sessions";
    private static final Map<String, String> ACME = Map.of("tenant", "acme");

    @Test
    void an_application_gets_by_with_its_policy_and_uses_all_of_it() {
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-application.json"), Map.of());
        try (Lab lab = labWithTable(law)) {
            Tour.of(memory(lab), "");
            Set<String> used = new TreeSet<>(law.used());
            used.add("dynamodb:DescribeTable table");
            used.add("dynamodb:DescribeTimeToLive table");

            assertThat(law.policyGrants()).isEqualTo(used);
        }
    }

    @Test
    void the_tour_calls_every_operation_there_is() {
        Set<String> called = new TreeSet<>();
        try (Lab lab = labWithTable(new UnderPolicy(Policy.shipped("session-application.json"), Map.of()))) {
            SessionMemory memory = memory(lab);
            Tour.of(
                    (SessionMemory) Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {SessionMemory.class},
                            (proxy, method, given) -> {
                                called.add(method.getName());
                                return method.invoke(memory, given);
                            }),
                    "");
        }

        assertThat(Arrays.stream(SessionMemory.class.getMethods()).map(Method::getName))
                .as("add a new operation to the tour, so that the policies are known to allow it")
                .allMatch(called::contains);
    }

    @Test
    void what_preflight_tries_is_what_the_policy_allows() {
        Policy policy = Policy.shipped("session-application.json");
        UnderPolicy law = new UnderPolicy(policy, Map.of());
        try (Lab lab = labWithTable(law)) {
            Preflight.of(lab.client(), TABLE).check();

            assertThat(law.used()).isEqualTo(policy.grants());
        }
    }

    @Test
    void a_tenant_gets_by_with_its_own_policy() {
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-tenant.json"), ACME);
        try (Lab lab = labWithTable(law)) {
            Tour.of(memory(lab), "acme.");

            assertThat(Preflight.of(lab.client(), TABLE).within("acme.").check())
                    .noneMatch(Finding::prevents);
        }
        assertThat(Policy.shipped("session-tenant.json").grants())
                .isEqualTo(Policy.shipped("session-application.json").grants());
    }

    @Test
    void a_tenant_neither_reads_nor_writes_sessions_of_another() {
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-tenant.json"), ACME);
        try (Lab lab = labWithTable(law)) {
            DynamoSessionMemory owner = DynamoSessionMemory.on(lab.backstage(), TABLE);
            var start = owner.create(NewSession.of("acme2.s-1").ownedBy("acme2.c-1"))
                    .positionOrThrow();
            DynamoSessionMemory intruder = memory(lab);

            denied(() -> intruder.load(SessionId.of("acme2.s-1"), Window.latest(5)));
            denied(() -> intruder.append(start, Turn.user("m-1", "not mine")));
            denied(() -> intruder.create(NewSession.of("acme2.s-2")));
            denied(() -> listed(lab.client(), "acme2.c-1"));
            denied(() -> lab.client().scan(scan -> scan.tableName(TABLE)));
        }
    }

    @Test
    void the_credentials_of_one_conversation_reach_no_other() {
        Map<String, String> tags = Map.of("session", "s-1", "customer", "c-1");
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-conversation.json"), tags);
        try (Lab lab = labWithTable(law)) {
            DynamoSessionMemory mine = memory(lab);
            var start = mine.create(NewSession.of("s-1").ownedBy("c-1")).positionOrThrow();
            mine.append(start, Turn.user("m-1", "hello"));

            assertThat(mine.load(SessionId.of("s-1"), Window.latest(5))
                            .contextOrThrow()
                            .turns())
                    .hasSize(1);
            assertThat(listed(lab.client(), "c-1")).hasSize(1);
            denied(() -> mine.load(SessionId.of("s-10"), Window.latest(5)));
            denied(() -> listed(lab.client(), "c-10"));
        }
    }

    @Test
    void a_consumer_of_the_stream_gets_by_with_its_policy_and_uses_all_of_it() {
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-stream-consumer.json"), Map.of());
        try (Lab lab = labWithTable(law)) {
            DynamoSessionMemory app = DynamoSessionMemory.on(lab.backstage(), TABLE);
            Position at = app.create(NewSession.of("s-1")).positionOrThrow();
            for (int i = 1; i <= 4; i++) {
                at = app.append(at, Turn.user("m-" + i, "Question " + i + ".")).positionOrThrow();
            }
            var consumer = SummaryConsumer.of(Summaries.in(memory(lab), Trigger.every(2), new KeySentences(200)));

            assertThat(consumer.consume(polled(lab)).written()).isPositive();
            assertThat(law.used()).isEqualTo(law.policyGrants());
        }
    }

    @Test
    void a_migration_gets_by_with_its_policy_and_uses_all_of_it() {
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-migration.json"), Map.of());
        try (Lab lab = labWithTable(law)) {
            lab.backstage().createTable(SessionTable.definition("sessions-new"));
            lab.backstage().putItem(put -> put.tableName("sessions-new").item(item("orphan", 1)));
            lab.backstage().putItem(put -> put.tableName(TABLE).item(item("s-1", 1)));
            JobSettings settings =
                    JobSettings.at(1_000).on(lab.clock(), time -> lab.clock().pass(time));

            Backfill.of(lab.client(), TABLE, "to-2", ItemVersions::upcast, settings)
                    .run();
            Rekeying move = Rekeying.of(lab.client(), TABLE, "sessions-new", "move", Layout.same(), settings);
            move.begin();
            move.copy(Instant.MAX);
            assertThat(move.cutOver(Duration.ofSeconds(10), Duration.ofSeconds(5))
                            .phase())
                    .isEqualTo(Phase.MOVED);

            assertThat(law.used()).isEqualTo(law.policyGrants());
        }
    }

    @Test
    void leading_keys_do_not_keep_a_tenant_from_adding_to_the_list_of_anothers_customer() {
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-tenant.json"), ACME);
        try (Lab lab = labWithTable(law)) {
            // The key of the table is its own; that of the index is an attribute like any other to IAM.
            denied(() -> memory(lab).create(NewSession.of("acme.s-1").ownedBy("acme2.c-1")));
            Map<String, AttributeValue> planted = new HashMap<>(item("acme.s-1", 1));
            planted.put("GSI1PK", AttributeValue.fromS("CUSTOMER#acme2.c-1"));
            planted.put("GSI1SK", AttributeValue.fromN("1795348800"));
            lab.client().putItem(put -> put.tableName(TABLE).item(planted));

            assertThat(listed(lab.backstage(), "acme2.c-1")).hasSize(1);
        }
    }

    @Test
    void a_request_without_leading_keys_passes_if_their_presence_is_not_demanded() {
        Asked scan = new Asked("dynamodb:Scan", "table", List.of());
        String policy = "{'Statement': [{'Effect': 'Allow', 'Action': 'dynamodb:Scan',"
                + " 'Resource': 'arn:aws:dynamodb:eu-central-1:111122223333:table/sessions', 'Condition': {%s"
                + " 'ForAllValues:StringLike': {'dynamodb:LeadingKeys': 'SESSION#acme.*'}}}]}";

        assertThat(Policy.parsed(policy.formatted("")).allows(scan, ACME)).isTrue();
        assertThat(Policy.parsed(policy.formatted("'Null': {'dynamodb:LeadingKeys': 'false'},"))
                        .allows(scan, ACME))
                .isFalse();
    }

    @Test
    void a_permission_too_few_and_one_too_many_are_both_noticed() {
        Policy whole = Policy.shipped("session-application.json");
        UnderPolicy law = new UnderPolicy(whole.without("dynamodb:UpdateItem"), Map.of());
        try (Lab lab = labWithTable(law)) {
            assertThatThrownBy(() -> Tour.of(memory(lab), "")).hasMessageContaining("dynamodb:UpdateItem");
            assertThat(law.policyGrants()).isNotEqualTo(whole.grants());
        }
    }

    private static Lab labWithTable(UnderPolicy law) {
        Lab lab = Lab.under(Laws.off(), law);
        SessionTable.create(lab.backstage(), TABLE);
        return lab;
    }

    private static DynamoSessionMemory memory(Lab lab) {
        return DynamoSessionMemory.on(lab.client(), TABLE);
    }

    private static List<Map<String, AttributeValue>> listed(DynamoDbClient client, String customer) {
        return client.query(query -> query.tableName(TABLE)
                        .indexName(SessionTable.CUSTOMER_INDEX)
                        .keyConditionExpression("GSI1PK = :customer")
                        .expressionAttributeValues(Map.of(":customer", AttributeValue.fromS("CUSTOMER#" + customer))))
                .items();
    }

    /** What Lambda does on behalf of a function: each shard from its beginning. */
    private static List<TurnWritten> polled(Lab lab) {
        String stream = lab.backstage()
                .describeTable(describe -> describe.tableName(TABLE))
                .table()
                .latestStreamArn();
        List<TurnWritten> turns = new ArrayList<>();
        for (Shard shard : lab.streams()
                .describeStream(describe -> describe.streamArn(stream))
                .streamDescription()
                .shards()) {
            String iterator = lab.streams()
                    .getShardIterator(get ->
                            get.streamArn(stream).shardId(shard.shardId()).shardIteratorType("TRIM_HORIZON"))
                    .shardIterator();
            lab.streams().getRecords(get -> get.shardIterator(iterator)).records().stream()
                    .map(TurnWritten::of)
                    .flatMap(Optional::stream)
                    .forEach(turns::add);
        }
        return turns;
    }

    private static Map<String, AttributeValue> item(String session, int version) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + session),
                "SK", AttributeValue.fromS("META"),
                "v", AttributeValue.fromN(Integer.toString(version)),
                "created_at", AttributeValue.fromN("1795348800000"),
                "expires_at", AttributeValue.fromN("1795356000"));
    }

    private static void denied(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("is not authorized to perform");
    }
}
