package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.replication.ReplicationLaw;
import dojo.lab.replication.ReplicationSettings;
import dojo.session.Bill;
import dojo.session.Change;
import dojo.session.CustomerId;
import dojo.session.Listed;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Pause;
import dojo.session.SessionId;
import dojo.session.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithSessionTable
class ListSessionsTest {
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;

    ListSessionsTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
    }

    @Test
    @Costs(requests = 1, readUnits = 0.5)
    void a_page_shows_what_a_list_needs_in_one_request() {
        backstage.create(NewSession.of("s-42").ownedBy("c-7"));
        backstage.update(
                SessionId.of("s-42"),
                Change.of()
                        .title("Volume 3")
                        .preview("Is it out?")
                        .status("open")
                        .intent("order"));

        Listed listed = memory.sessions(CUSTOMER, Page.first(20));

        assertThat(listed.bill()).isEqualTo(new Bill(1, 0.5, 0, false));
        assertThat(listed.next()).isEmpty();
        assertThat(listed.sessions())
                .containsExactly(new Listed.Entry(
                        SessionId.of("s-42"),
                        Hands.NOON,
                        Hands.NOON,
                        Hands.NOON.plus(Duration.ofDays(1)),
                        Optional.of("Volume 3"),
                        Optional.of("Is it out?"),
                        Optional.of("open"),
                        Optional.of("order")));
    }

    @Test
    @Costs(requests = 4, readUnits = 5)
    void expired_sessions_are_passed_over_until_the_page_is_full() {
        putExpired(260);
        clock.back(Duration.ofHours(1));
        backstage.create(NewSession.of("older-but-alive").ownedBy("c-7"));
        clock.advance(Duration.ofHours(1));

        Listed listed = memory.sessions(CUSTOMER, Page.first(20));

        assertThat(listed.sessions())
                .extracting(Listed.Entry::session)
                .containsExactly(SessionId.of("older-but-alive"));
    }

    @Test
    @Costs(requests = 12)
    void after_a_thousand_of_them_the_page_stays_short_and_says_where_to_go_on() {
        putExpired(1_000);
        clock.back(Duration.ofHours(1));
        backstage.create(NewSession.of("older-but-alive").ownedBy("c-7"));
        clock.advance(Duration.ofHours(1));

        Listed first = memory.sessions(CUSTOMER, Page.first(20));
        assertThat(first.sessions()).isEmpty();

        Listed second = memory.sessions(CUSTOMER, Page.after(first.next().orElseThrow(), 20));
        assertThat(second.sessions()).hasSize(1);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void pages_follow_each_other_whatever_stands_between_them() {
        for (int i = 0; i < 60; i++) {
            NewSession wish = NewSession.of("s-" + i).ownedBy("c-7");
            backstage.create(i % 3 == 0 ? wish.lasting(Duration.ofMinutes(5)) : wish);
            clock.advance(Duration.ofMinutes(6));
        }

        List<String> seen = new ArrayList<>();
        Optional<Page> page = Optional.of(Page.first(7));
        while (page.isPresent()) {
            Listed listed = memory.sessions(CUSTOMER, page.get());
            listed.sessions().forEach(entry -> seen.add(entry.session().value()));
            page = listed.next().map(token -> Page.after(token, 7));
        }

        assertThat(seen).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    @Costs(requests = 0)
    void a_page_that_cannot_be_is_refused_before_any_request() {
        for (int i = 0; i < 3; i++) {
            backstage.create(NewSession.of("s-" + i).ownedBy("c-7"));
        }
        String next = backstage.sessions(CUSTOMER, Page.first(1)).next().orElseThrow();

        assertThatThrownBy(() -> memory.sessions(CustomerId.of("c-8"), Page.after(next, 1)))
                .hasMessageContaining("no page of the list of customer c-8");
        assertThatThrownBy(() -> memory.sessions(CUSTOMER, Page.after(next.substring(1), 1)))
                .hasMessageContaining("cut or changed");
        assertThatThrownBy(() -> memory.sessions(CUSTOMER, Page.after("", 1))).hasMessageContaining("first page");
        assertThatThrownBy(() -> Page.first(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> Page.first(101)).hasMessageContaining("got 101");
    }

    @Test
    void the_list_lags_behind_and_a_load_does_not() {
        try (Lab lab = Lab.under(Laws.off().with(ReplicationSettings.real()))) {
            String name = lab.newTableName();
            SessionTable.create(lab.client(), name);
            DynamoSessionMemory lagging = DynamoSessionMemory.on(lab.client(), name, lab.clock(), Pause.NONE);
            ReplicationLaw replication = lab.law(ReplicationLaw.class);
            lagging.create(NewSession.of("s-1").ownedBy("c-7"));
            lab.clock().pass(Duration.ofMinutes(20));
            replication.pause();

            lagging.create(NewSession.of("s-2").ownedBy("c-7"));
            lab.clock().pass(Duration.ofHours(2));

            assertThat(names(lagging)).containsExactly("s-1");
            assertThat(lagging.load(SessionId.of("s-2"), Window.latest(1))
                            .contextOrThrow()
                            .customer())
                    .contains(CUSTOMER);

            replication.resume();
            lab.clock().pass(Duration.ofMinutes(1));
            assertThat(names(lagging)).containsExactly("s-2", "s-1");
        }
    }

    private static List<String> names(DynamoSessionMemory memory) {
        return memory.sessions(CUSTOMER, Page.first(10)).sessions().stream()
                .map(entry -> entry.session().value())
                .toList();
    }

    /** Newer than what is created an hour ago, and over. */
    private void putExpired(int sessions) {
        NewSession wish = NewSession.of("s").ownedBy("c-7").lasting(Duration.ofSeconds(1));
        Map<String, AttributeValue> meta =
                Items.item(Items.newMeta(wish, 1, Hands.NOON.minusSeconds(2), Upkeep.usual(), ""));
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            Map<String, AttributeValue> one = new HashMap<>(meta);
            one.put("PK", Keys.session(SessionId.of("expired-" + i)));
            items.add(one);
        }
        table.putAll(items);
    }
}
