package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.session.Append;
import dojo.session.Context;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What the network and the service do to a writer, and what the writer must not make of it. */
class FaultsTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Turn HELLO = Turn.user("t-1", "hello");

    @Test
    void the_retry_that_the_sdk_makes_itself_meets_its_own_turn() {
        LostAnswers law = LostAnswers.to(PutItemRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            Position start = open(troubled);
            law.lose(1);

            assertThat(troubled.memory.append(start, HELLO)).isInstanceOf(Append.AlreadyThere.class);
            assertThat(texts(troubled)).containsExactly("hello");
        }
    }

    @Test
    void an_answer_lost_for_good_is_an_exception_and_the_retry_finds_the_turn() {
        LostAnswers law = LostAnswers.to(PutItemRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            Position start = open(troubled);
            law.lose(LostAnswers.ALL_ATTEMPTS);
            assertThatThrownBy(() -> troubled.memory.append(start, HELLO))
                    .isInstanceOf(InternalServerErrorException.class);

            assertThat(troubled.memory.append(start, HELLO)).isInstanceOf(Append.AlreadyThere.class);
            assertThat(texts(troubled)).containsExactly("hello");
        }
    }

    @Test
    void an_answer_lost_while_following_the_tail_does_not_make_a_second_turn() {
        LostAnswers law = LostAnswers.to(PutItemRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            Position start = open(troubled);
            troubled.calm().append(start, Turn.user("t-9", "from another tab"));
            Position tail = ((Append.Conflict) troubled.memory.append(start, HELLO)).tail();
            law.lose(LostAnswers.ALL_ATTEMPTS);
            assertThatThrownBy(() -> troubled.memory.append(tail, HELLO))
                    .isInstanceOf(InternalServerErrorException.class);

            // The message is delivered again: all that is left of the first delivery is the position in the message.
            assertThat(troubled.memory.append(start, HELLO)).isInstanceOf(Append.AlreadyThere.class);
            assertThat(texts(troubled)).containsExactly("from another tab", "hello");
        }
    }

    @Test
    void a_transaction_on_the_same_place_is_waited_out_and_is_no_conflict() {
        Busy law = new Busy();
        try (Troubled troubled = Troubled.by(law)) {
            Position start = open(troubled);
            law.left.set(3);

            Append answer = troubled.memory.append(start, HELLO);

            assertThat(answer).isInstanceOf(Append.Appended.class);
            assertThat(answer.bill().requests()).isEqualTo(4);
            assertThat(answer.bill().atLeast()).isTrue();
        }
    }

    @Test
    void a_place_that_stays_busy_is_an_exception_and_never_an_answer() {
        Busy law = new Busy();
        try (Troubled troubled = Troubled.by(law)) {
            Position start = open(troubled);
            law.left.set(1_000);

            assertThatThrownBy(() -> troubled.memory.append(start, HELLO))
                    .isInstanceOf(TransactionConflictException.class);
        }
    }

    @Test
    void a_query_that_passed_an_empty_place_before_it_was_filled_is_asked_again() {
        Blink law = new Blink();
        try (Troubled troubled = Troubled.by(law)) {
            Position start = open(troubled);
            Position at = fill(troubled, start, "a", "b", "c", "d");
            law.hide = Token.of(at).position() - 2;
            law.left.set(1);

            // The hidden place holds the very turn that is searched for.
            assertThat(troubled.memory.append(start, Turn.user("t-b", "b"))).isInstanceOf(Append.AlreadyThere.class);

            law.left.set(1);
            assertThat(troubled.memory.append(start, HELLO)).isInstanceOfSatisfying(Append.Conflict.class, conflict -> {
                assertThat(conflict.tail()).isEqualTo(at);
                assertThat(conflict.occupant()).isEqualTo(TurnId.of("t-a"));
            });
        }
    }

    @Test
    void a_place_that_stays_empty_below_others_is_reported_and_not_filled() {
        Blink law = new Blink();
        try (Troubled troubled = Troubled.by(law)) {
            Position start = open(troubled);
            fill(troubled, start, "a", "b", "c");
            law.hide = 2;
            law.left.set(1_000);

            assertThatThrownBy(() -> troubled.memory.append(start, HELLO))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("after place 2");
        }
    }

    @Test
    void pages_from_replicas_of_different_age_are_read_again_strongly() {
        Blink law = new Blink();
        try (Troubled troubled = Troubled.by(law)) {
            fill(troubled, open(troubled), "a", "b", "c", "d");
            law.hide = 2;
            law.left.set(1);
            law.eventualOnly = true;

            Context context = troubled.memory
                    .load(SESSION, Window.latest(10).eventually())
                    .contextOrThrow();

            assertThat(context.turns()).extracting(StoredTurn::number).containsExactly(1L, 2L, 3L, 4L);
            assertThat(law.left).hasValue(0);
        }
    }

    private static Position open(Troubled troubled) {
        return troubled.calm().create(NewSession.of("s-42")).positionOrThrow();
    }

    private static Position fill(Troubled troubled, Position start, String... texts) {
        Position at = start;
        for (String text : texts) {
            at = troubled.calm().append(at, Turn.user("t-" + text, text)).positionOrThrow();
        }
        return at;
    }

    private static List<String> texts(Troubled troubled) {
        return troubled.calm().load(SESSION, Window.latest(50)).contextOrThrow().turns().stream()
                .map(stored -> stored.turn().text())
                .toList();
    }

    /** A transaction of somebody else is always in the way. */
    private static final class Busy implements Law {
        final AtomicInteger left = new AtomicInteger();

        @Override
        public AwsResponse apply(Call call, Next next) {
            if (call.request() instanceof PutItemRequest && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw TransactionConflictException.builder()
                        .message("Transaction is ongoing for the item")
                        .statusCode(400)
                        .build();
            }
            return next.answer(call);
        }
    }

    /** Queries miss one place, as one that passed it just before it was filled. */
    private static final class Blink implements Law {
        final AtomicInteger left = new AtomicInteger();
        volatile long hide;
        volatile boolean eventualOnly;

        @Override
        public AwsResponse apply(Call call, Next next) {
            AwsResponse answer = next.answer(call);
            if (!(call.request() instanceof QueryRequest query) || !(answer instanceof QueryResponse page)) {
                return answer;
            }
            boolean turns = page.items().stream().anyMatch(Blink::isTurn);
            boolean spared = eventualOnly && Boolean.TRUE.equals(query.consistentRead());
            if (!turns || spared || left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
                return answer;
            }
            List<Map<String, AttributeValue>> seen = new ArrayList<>(page.items());
            seen.removeIf(item -> Keys.position(Items.text(item, "SK")) == hide);
            return page.toBuilder().items(seen).count(seen.size()).build();
        }

        private static boolean isTurn(Map<String, AttributeValue> item) {
            return Items.text(item, "SK").startsWith("TURN#");
        }
    }
}
