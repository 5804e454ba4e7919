package dojo.session.table;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import dojo.session.summary.KeySentences;
import dojo.session.summary.Summaries;
import dojo.session.summary.Trigger;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the consumer of the stream asks the table for, and what its policy allows. */
class StreamConsumerPolicyTest {
    @Test
    void a_stream_consumer_gets_by_with_its_policy_and_uses_all_of_it() {
        UnderPolicy law = new UnderPolicy(Policy.shipped("session-stream-consumer.json"), Map.of());
        try (Lab lab = Lab.under(Laws.off(), law)) {
            SessionTable.create(lab.backstage(), "sessions");
            DynamoSessionMemory backstage = DynamoSessionMemory.on(lab.backstage(), "sessions");
            Position at = backstage.create(NewSession.of("s-1").ownedBy("c-7")).positionOrThrow();
            for (int i = 1; i <= 9; i++) {
                at = backstage.append(at, Turn.user("m-" + i, "hello")).positionOrThrow();
            }
            DynamoSessionMemory memory = DynamoSessionMemory.on(lab.client(), "sessions");
            Summaries summaries = Summaries.in(memory, Trigger.every(4), new KeySentences(100));

            assertThat(summaries.update(SessionId.of("s-1")).written()).isEqualTo(2);
            Summary late = new Summary(1, 4, "They spoke.", Instant.EPOCH)
                    .of(new Summary.Origin(at, "digest", "model-1", "prompt-1"));
            assertThat(memory.store(SessionId.of("s-1"), late)).isInstanceOf(Stored.Mismatch.class);

            Set<String> used = new TreeSet<>(law.used());
            used.addAll(Set.of(
                    "dynamodb:DescribeStream stream",
                    "dynamodb:GetRecords stream",
                    "dynamodb:GetShardIterator stream"));
            assertThat(law.policyGrants()).isEqualTo(used);
        }
    }
}
