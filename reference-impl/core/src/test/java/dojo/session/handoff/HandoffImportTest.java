package dojo.session.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.NewSession;
import dojo.session.PassedOn;
import dojo.session.Position;
import dojo.session.Role;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoffImportTest {
    private static final NewSession ELSEWHERE = NewSession.of("h-1").ownedBy("agent-9");

    private final Lab lab = Lab.under(Laws.off());
    private Instant now = Talk.NOON;
    private final SessionMemory memory;

    HandoffImportTest() {
        SessionTable.create(lab.backstage(), "sessions");
        memory = DynamoSessionMemory.on(lab.client(), "sessions", () -> now);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_conversation_goes_on_elsewhere_as_it_was(@TempDir Path folder) throws IOException {
        Talk.hold(memory, 7);
        Path file = Files.write(folder.resolve("talk.jsonl"), Talk.export(memory));

        Imported.Complete imported = (Imported.Complete) importer().take(Source.file(file), ELSEWHERE);

        assertThat(imported.added()).isEqualTo(7);
        assertThat(Talk.turns(memory, "h-1")).isEqualTo(Talk.turns(memory, "s-42"));
        assertThat(Talk.context(memory, "h-1").summary()).hasValueSatisfying(summary -> {
            assertThat(summary.from()).isEqualTo(1);
            assertThat(summary.to()).isEqualTo(3);
            assertThat(summary.text()).isEqualTo("sesame was said");
            assertThat(summary.origin().map(Summary.Origin::model)).contains("model-3");
        });
        assertThat(Talk.context(memory, "h-1").metadata()).satisfies(metadata -> {
            assertThat(metadata.title()).contains("About sesame");
            assertThat(metadata.page()).containsEntry("page", "/volumes/3");
        });
        assertThat(memory.append(imported.position(), Turn.of("agent-1", new Role("AGENT"), "Hello")))
                .isInstanceOf(Append.Appended.class);
    }

    @Test
    void importing_again_adds_nothing_and_writes_no_turn() throws IOException {
        Talk.hold(memory, 60);
        byte[] file = Talk.export(memory);
        Imported first = take(file, ELSEWHERE);
        int mark = lab.meter().mark();

        Imported again = take(file, NewSession.of("h-1").ownedBy("agent-9"));

        assertThat(again).isInstanceOfSatisfying(Imported.Complete.class, complete -> {
            assertThat(complete.added()).isZero();
            assertThat(complete.position()).isEqualTo(first.positionOrThrow());
        });
        assertThat(lab.meter().linesSince(mark))
                .noneMatch(line -> line.subject().contains("stored"));
        assertThat(Talk.turns(memory, "h-1")).hasSize(60);
    }

    @Test
    void two_who_import_at_the_same_time_store_it_once() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        for (int turn = 1; turn <= 7; turn++) {
            NewSession wish = NewSession.of("h-" + turn);
            AtomicInteger left = new AtomicInteger(turn);
            SessionMemory overtaken = new PassedOn(memory) {
                @Override
                public Append append(Position expected, Turn said) {
                    if (left.decrementAndGet() == 0) {
                        assertThat(other(file, wish)).isInstanceOf(Imported.Complete.class);
                    }
                    return super.append(expected, said);
                }
            };

            Imported answer = HandoffImport.into(overtaken, TestKeys.KNOWN).take(Talk.source(file), wish);

            assertThat(((Imported.Complete) answer).added()).isEqualTo(turn - 1);
            assertThat(Talk.turns(memory, "h-" + turn)).isEqualTo(Talk.turns(memory, "s-42"));
        }
    }

    @Test
    void what_it_bills_is_what_the_lab_metered() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        int mark = lab.meter().mark();

        Bill bill = take(file, ELSEWHERE).bill();

        assertThat(bill.requests()).isEqualTo(lab.meter().billSince(mark).requests());
        assertThat(bill.writeUnits()).isEqualTo(lab.meter().billSince(mark).writeUnits());
        assertThat(bill.readUnits()).isEqualTo(lab.meter().billSince(mark).readUnits());
    }

    @Test
    void the_session_it_came_from_is_left_as_it_is_even_if_it_went_on() throws IOException {
        Position at = Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        memory.append(at, Turn.user("m-8", "and then?"));

        Imported imported = take(file, NewSession.of("s-42"));

        assertThat(imported).isInstanceOf(Imported.Complete.class);
        assertThat(((Imported.Complete) imported).added()).isZero();
        assertThat(Talk.turns(memory, "s-42")).hasSize(8);
    }

    @Test
    void a_session_that_holds_the_beginning_gets_the_rest() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        Position at = memory.create(NewSession.of("h-1")).positionOrThrow();
        at = memory.append(at, Talk.turn(1)).positionOrThrow();
        memory.append(at, Talk.turn(2));

        assertThat(((Imported.Complete) take(file, ELSEWHERE)).added()).isEqualTo(5);
        assertThat(Talk.turns(memory, "h-1")).isEqualTo(Talk.turns(memory, "s-42"));
    }

    @Test
    void a_session_that_holds_anything_else_is_named_and_left_alone() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        Position at = memory.create(NewSession.of("h-1")).positionOrThrow();
        at = memory.append(at, Talk.turn(1)).positionOrThrow();
        memory.append(at, Turn.user("x-2", "something else"));
        memory.append(
                memory.create(NewSession.of("h-2")).positionOrThrow(), Turn.user("m-1", "the same id, another text"));

        assertThat(take(file, ELSEWHERE)).isInstanceOfSatisfying(Imported.Occupied.class, occupied -> {
            assertThat(occupied.wanted()).isEqualTo(TurnId.of("m-2"));
            assertThat(occupied.found()).isEqualTo(TurnId.of("x-2"));
            assertThat(occupied.added()).isZero();
        });
        assertThat(take(file, NewSession.of("h-2"))).isInstanceOf(Imported.Occupied.class);
        assertThat(Talk.turns(memory, "h-1")).hasSize(2);
        assertThat(Talk.turns(memory, "h-2")).hasSize(1);
    }

    @Test
    void a_redacted_turn_does_not_replace_its_original_and_stands_for_it_elsewhere() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(
                memory, TestKeys.SHARED, Redaction.ofTexts(text -> text.replace(Talk.CONTENT, "[removed]")));

        assertThat(take(file, NewSession.of("s-42"))).isInstanceOf(Imported.Complete.class);
        assertThat(take(file, ELSEWHERE)).isInstanceOf(Imported.Complete.class);
        assertThat(take(file, ELSEWHERE)).isInstanceOf(Imported.Complete.class);

        assertThat(Talk.turns(memory, "s-42").get(0)).isEqualTo(Talk.turn(1));
        assertThat(Talk.turns(memory, "h-1").get(0).text()).isEqualTo("[removed] 1");
        assertThat(Talk.turns(memory, "h-1").get(2).attributes())
                .containsEntry("card", "[removed] 4111")
                .containsEntry("mood", "glad");
    }

    @Test
    void what_was_removed_before_is_not_in_it_and_the_rest_keeps_its_order() throws IOException {
        Talk.hold(memory, 7);
        memory.remove(Talk.SESSION, 1);
        memory.remove(Talk.SESSION, 4);
        memory.remove(Talk.SESSION, 7);
        byte[] file = Talk.export(memory);

        Imported.Complete imported = (Imported.Complete) take(file, ELSEWHERE);

        assertThat(imported.manifest().turns()).isEqualTo(4);
        assertThat(imported.manifest().last()).isEqualTo(7);
        assertThat(Talk.turns(memory, "h-1"))
                .extracting(turn -> turn.id().value())
                .containsExactly("m-2", "m-3", "m-5", "m-6");
        assertThat(((Imported.Complete) take(file, ELSEWHERE)).added()).isZero();
        assertThat(((Imported.Complete) take(file, NewSession.of("s-42"))).added())
                .isZero();
    }

    @Test
    void what_was_redacted_or_removed_after_it_is_not_brought_back() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        memory.redact(Talk.SESSION, 3, "[taken back]");

        assertThat(take(file, NewSession.of("s-42"))).isInstanceOfSatisfying(Imported.Occupied.class, occupied -> {
            assertThat(occupied.wanted()).isEqualTo(TurnId.of("m-3"));
            assertThat(occupied.found()).isEqualTo(TurnId.of("m-3"));
        });
        memory.remove(Talk.SESSION, 2);
        assertThat(take(file, NewSession.of("s-42"))).isInstanceOf(Imported.Occupied.class);
        assertThat(Talk.turns(memory, "s-42")).hasSize(6);
    }

    @Test
    void a_damaged_export_is_refused_before_anything_is_asked() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        String text = new String(file, StandardCharsets.UTF_8);
        int seal = text.indexOf("{\"digest\"", text.lastIndexOf("\"kind\":\"turn\""));
        int mark = lab.meter().mark();

        for (String damaged : List.of(
                text.replace("sesame 7", "sesame 8"),
                text.substring(0, seal),
                text.replace("\"version\":1", "\"version\":7"))) {
            Imported answer = take(damaged.getBytes(StandardCharsets.UTF_8), ELSEWHERE);

            assertThat(answer).isInstanceOf(Imported.Refused.class);
            assertThat(answer.bill()).isEqualTo(Bill.ZERO);
        }
        assertThat(lab.meter().billSince(mark).requests()).isZero();
    }

    @Test
    void an_import_repeated_after_its_session_ended_does_not_revive_it() throws IOException {
        Talk.hold(memory, 7);
        byte[] file = Talk.export(memory);
        take(file, ELSEWHERE.lasting(Duration.ofHours(1)));
        now = now.plus(Duration.ofHours(2));

        assertThat(take(file, ELSEWHERE)).isInstanceOf(Imported.Closed.class);
        assertThat(memory.read(SessionId.of("h-1"), 0, 10).getClass().getSimpleName())
                .isEqualTo("Absent");
    }

    private Imported other(byte[] file, NewSession wish) {
        try {
            return take(file, wish);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HandoffImport importer() {
        return HandoffImport.into(memory, TestKeys.KNOWN);
    }

    private Imported take(byte[] file, NewSession wish) throws IOException {
        return importer().take(Talk.source(file), wish);
    }
}
