package dojo.session.testkit.wild;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.testkit.ConversationClaim;
import dojo.session.testkit.ConversationContract;
import dojo.session.testkit.ConversationSubject;
import dojo.session.testkit.DynamoSubject;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.Verdict;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Which behaviour rejects which store; all the others accept it, which is why nobody noticed. */
@WithLab
@WithTable(partitionKey = "PK", sortKey = "SK")
class WildStoresTest {
    private static final String DEATH = "an add that dies half-way loses nothing said before";
    private static final String READER = "a reader in the middle of an add sees all that was said before";
    private static final String RIVAL = "two writers who meet lose nothing";
    private static final String NEWEST = "the newest messages are shown, however many came before";
    private static final String KEPT = "what has left the window is kept";
    private static final String INSTANT = "messages of one instant are all kept, in order";
    private static final String SET_BACK = "a clock that is set back reorders nothing";
    private static final String AGAIN = "a message that is added again is stored once";
    private static final String LATER = "a message that is added again after others is stored once, where it stood";
    private static final String LOST_ANSWER = "a message whose answer got lost can be added again";

    private final DynamoDbClient client;
    private final String table;
    private final HandMovedClock clock = new HandMovedClock();

    WildStoresTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
    }

    @Test
    void delete_all_then_put_loses_the_conversation_if_it_dies_in_between() {
        assertRejected(exhibit(on -> DeleteAllThenPut.on(on, table)), DEATH, READER, RIVAL);
    }

    @Test
    void window_freeze_shows_the_beginning_for_ever() {
        assertRejected(exhibit(on -> WindowFreeze.on(on, table), ConversationClaim.WHOLE_HISTORY), NEWEST, KEPT, RIVAL);
    }

    @Test
    void last_writer_wins_loses_what_the_other_writer_said() {
        assertRejected(exhibit(on -> LastWriterWins.on(on, table)), RIVAL);
    }

    @Test
    void timestamp_key_loses_messages_of_one_millisecond_and_obeys_a_wrong_clock() {
        assertRejected(
                exhibit(on -> TimestampKey.on(on, table, clock), ConversationClaim.WHOLE_HISTORY), INSTANT, SET_BACK);
    }

    @Test
    void condition_on_another_attribute_stops_no_repetition() {
        assertRejected(
                exhibit(
                        on -> ConditionOnAnotherAttribute.on(on, table, clock),
                        ConversationClaim.WHOLE_HISTORY,
                        ConversationClaim.RETRY),
                AGAIN,
                LATER,
                LOST_ANSWER,
                INSTANT,
                SET_BACK);
    }

    @Test
    void random_ids_recognise_no_repetition_and_shuffle_what_is_quick() {
        SplittableRandom random = new SplittableRandom(7);
        assertRejected(
                exhibit(
                        on -> RandomIds.on(on, table, clock, random),
                        ConversationClaim.WHOLE_HISTORY,
                        ConversationClaim.RETRY),
                AGAIN,
                LATER,
                LOST_ANSWER,
                INSTANT,
                SET_BACK);
    }

    private Supplier<ConversationSubject> exhibit(
            Function<DynamoDbClient, WildStore> making, ConversationClaim... claims) {
        Set<ConversationClaim> more = EnumSet.noneOf(ConversationClaim.class);
        more.addAll(Set.of(claims));
        return () -> DynamoSubject.of(client, clock, WildStore.WINDOW, more, making);
    }

    private static void assertRejected(Supplier<ConversationSubject> store, String... by) {
        Map<String, Verdict> verdicts = ConversationContract.behaviours().judge(store);

        assertThat(verdicts).containsKeys(by);
        assertThat(verdicts.entrySet())
                .filteredOn(verdict -> verdict.getValue() instanceof Verdict.Broken)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(by);
        assertThat(verdicts.values())
                .filteredOn(Verdict.Kept.class::isInstance)
                .as("behaviours which it does show")
                .hasSizeGreaterThan(by.length);
        // It is the contract that rejects it, not an accident on the way.
        assertThat(verdicts.values())
                .filteredOn(Verdict.Broken.class::isInstance)
                .allSatisfy(broken -> assertThat(((Verdict.Broken) broken).by()).isInstanceOf(AssertionError.class));
    }
}
