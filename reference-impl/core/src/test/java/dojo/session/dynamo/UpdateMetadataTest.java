package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.item.ItemSize;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Bill;
import dojo.session.Change;
import dojo.session.Metadata;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@WithSessionTable
class UpdateMetadataTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Change TITLE = Change.of().title("Volume 3");

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;

    UpdateMetadataTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
    }

    @Test
    @Costs(requests = 1, writeUnits = 1)
    void a_guests_change_costs_one_write_unit() {
        backstage.create(NewSession.of("s-42"));

        assertThat(memory.update(SESSION, TITLE).bill()).isEqualTo(new Bill(1, 0, 1, false));
    }

    @Test
    @Costs(requests = 1, writeUnits = 2)
    void what_a_customers_list_shows_costs_one_more_for_the_index() {
        backstage.create(NewSession.of("s-42").ownedBy("c-7"));

        assertThat(memory.update(SESSION, TITLE).bill()).isEqualTo(new Bill(1, 0, 2, false));
    }

    @Test
    @Costs(requests = 1, writeUnits = 1)
    void what_it_does_not_show_costs_nothing_there() {
        backstage.create(NewSession.of("s-42").ownedBy("c-7"));

        memory.update(SESSION, Change.of().page(Map.of("path", "/volumes/3")));
    }

    @Test
    void the_largest_metadata_with_ids_of_36_characters_fit_into_one_write_unit() {
        String id = "0b7c3c1e-6d0f-4b5e-9a51-0d3a4b2f9c11";
        backstage.create(NewSession.of(id).ownedBy(id));
        Change largest = Change.of()
                .title("t".repeat(100))
                .preview("p".repeat(140))
                .status("s".repeat(32))
                .intent("i".repeat(48))
                .page(Map.of("path", "x".repeat(92)))
                .attributes(Map.of("note", "x".repeat(92)));

        backstage.update(SessionId.of(id), largest);

        assertThat(ItemSize.bytes(meta(id))).isLessThanOrEqualTo(1_024);
    }

    @Test
    @Costs(requests = 0)
    void what_is_too_large_is_refused_before_any_request() {
        assertThatThrownBy(() -> Change.of().title("é".repeat(51)))
                .hasMessageContaining("title")
                .hasMessageContaining("100")
                .hasMessageContaining("102");
        assertThatThrownBy(() -> Change.of().preview("p".repeat(141))).hasMessageContaining("141");
        assertThatThrownBy(() -> Change.of().status("s".repeat(33))).hasMessageContaining("33");
        assertThatThrownBy(() -> Change.of().intent("i".repeat(49))).hasMessageContaining("49");
        assertThatThrownBy(() -> Change.of().page(Map.of("path", "x".repeat(93))))
                .hasMessageContaining("97");
        assertThatThrownBy(() -> Change.of().attributes(Map.of(" ", "x"))).hasMessageContaining("blank name");
        assertThatThrownBy(() -> Change.of().requestedAs(" ")).hasMessageContaining("request id");
    }

    @Test
    void a_change_whose_answer_got_lost_is_made_once() {
        LostAnswers law = LostAnswers.to(UpdateItemRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            troubled.memory.create(NewSession.of("s-42"));
            long before = known(troubled.calm()).revision();
            law.lose(1);

            Metadata after =
                    troubled.memory.update(SESSION, TITLE.expecting(before)).metadataOrThrow();

            assertThat(after.revision()).isEqualTo(before + 1);
            assertThat(known(troubled.calm())).isEqualTo(after);
        }
    }

    @Test
    void of_many_changes_for_one_revision_exactly_one_is_made() {
        backstage.create(NewSession.of("s-42"));
        long revision = known(backstage).revision();

        List<Updated> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(
                        i -> memory.update(SESSION, Change.of().title("t-" + i).expecting(revision)))
                .toList();

        assertThat(answers).filteredOn(Updated.Changed.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Updated.Conflict.class::isInstance).hasSize(11);
    }

    @Test
    void a_change_and_a_note_of_activity_leave_each_other_alone() {
        Position start = backstage
                .create(NewSession.of("s-42")
                        .ownedBy("c-7")
                        .lasting(Duration.ofDays(2))
                        .idleFor(Duration.ofHours(1)))
                .positionOrThrow();
        backstage.update(SESSION, TITLE);
        clock.advance(Duration.ofMinutes(20));
        backstage.append(start, Turn.user("t-1", "hello"));

        assertThat(known(backstage).title()).contains("Volume 3");
        assertThat(meta("s-42")).containsEntry("title", Keys.string("Volume 3"));
    }

    @Test
    void a_late_change_for_the_session_before_is_not_made_in_the_one_that_took_the_id() {
        backstage.create(NewSession.of("s-42"));
        Change late = Change.of()
                .title("from the old session")
                .expecting(known(backstage).revision());
        clock.advance(Duration.ofDays(2));
        backstage.create(NewSession.of("s-42"));

        assertThat(memory.update(SESSION, late)).isInstanceOf(Updated.Conflict.class);
    }

    @Test
    void no_text_of_the_metadata_is_in_the_words_of_a_conflict() {
        Updated conflict = new Updated.Conflict(
                new Metadata(
                        7,
                        java.util.Optional.of("secret"),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        Map.of(),
                        Map.of()),
                Bill.ZERO);

        assertThatThrownBy(conflict::metadataOrThrow)
                .hasMessageContaining("revision=7")
                .hasMessageNotContaining("secret");
    }

    private static Metadata known(DynamoSessionMemory memory) {
        return memory.load(SESSION, Window.latest(1)).contextOrThrow().metadata();
    }

    private Map<String, AttributeValue> meta(String session) {
        return table.items("SESSION#" + session).stream()
                .filter(item -> Items.text(item, "SK").equals("META"))
                .findFirst()
                .orElseThrow();
    }
}
