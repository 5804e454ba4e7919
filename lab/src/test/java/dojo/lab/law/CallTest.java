package dojo.lab.law;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

class CallTest {

    private final Call call = Call.arriving(1, Instant.EPOCH, get("sessions"));
    private final List<String> asked = new ArrayList<>();

    @Test
    void a_call_ends_at_the_leader_unless_a_law_has_chosen_another_store() {
        Law follower = (call, next) -> next.answer(call.servedBy(storeNamed("follower")));
        Law onceMore = (call, next) -> {
            next.onBehalfOf(call).execute(get("again"));
            return next.answer(call);
        };

        Next.through(List.of(onceMore), storeNamed("leader")).answer(call);
        Next.through(List.of(follower, onceMore), storeNamed("leader")).answer(call);

        assertThat(asked).containsExactly("leader: again", "leader: sessions", "follower: again", "follower: sessions");
    }

    @Test
    void what_is_decided_about_a_call_is_decided_once_in_all_its_forms() {
        AtomicInteger decisions = new AtomicInteger();

        int first = call.once("replica", Integer.class, decisions::incrementAndGet);
        int again = call.with(get("again")).once("replica", Integer.class, decisions::incrementAndGet);
        int aboutAnother = call.once("another", Integer.class, decisions::incrementAndGet);

        assertThat(List.of(first, again, aboutAnother)).containsExactly(1, 1, 2);
    }

    private static GetItemRequest get(String table) {
        return GetItemRequest.builder().tableName(table).build();
    }

    private Store storeNamed(String name) {
        return new Store() {
            @Override
            public AwsResponse execute(AwsRequest request) {
                asked.add(name + ": " + ((GetItemRequest) request).tableName());
                return GetItemResponse.builder().build();
            }

            @Override
            public void close() {}
        };
    }
}
