package dojo.session.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import dojo.session.testkit.InMemorySessionMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HandoffExportTest {
    private static final Schema SCHEMA = schema();
    private static final Redaction NO_SECRETS = Redaction.ofTexts(text -> text.replace(Talk.CONTENT, "[removed]"));

    private final SessionMemory memory = InMemorySessionMemory.on(Talk.CLOCK);

    @Test
    void every_line_is_as_the_published_schema_says_whatever_is_in_it() throws IOException {
        Talk.hold(memory, 7);

        for (Redaction redaction : List.of(Redaction.NONE, NO_SECRETS)) {
            assertThat(lines(Talk.export(memory, TestKeys.SHARED, redaction)))
                    .hasSize(10)
                    .allSatisfy(line ->
                            assertThat(SCHEMA.validate(line, InputFormat.JSON)).isEmpty());
        }
        assertThat(SCHEMA.validate("{\"kind\":\"seal\",\"turns\":1}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void the_conversation_stands_in_it_in_order_with_its_summary() throws IOException {
        Talk.hold(memory, 120);

        Manifest manifest = genuine(Talk.export(memory));

        assertThat(manifest.turns()).isEqualTo(120);
        assertThat(manifest.last()).isEqualTo(120);
        assertThat(manifest.summary()).isTrue();
        assertThat(manifest.redacted()).isZero();
        assertThat(manifest.session()).isEqualTo(Talk.SESSION);
        assertThat(manifest.keyId()).isEqualTo("edwards-1");
        assertThat(manifest.exportedAt()).isEqualTo(Talk.NOON);
        assertThat(values(Talk.export(memory), "id"))
                .containsExactlyElementsOf(Talk.turns(memory, "s-42").stream()
                        .map(turn -> turn.id().value())
                        .toList());
    }

    @Test
    void the_same_conversation_at_the_same_time_gives_the_same_bytes() throws IOException {
        Talk.hold(memory, 7);

        assertThat(Talk.export(memory)).isEqualTo(Talk.export(memory));
    }

    @Test
    void what_a_redaction_takes_out_is_gone_and_named_while_ids_and_order_stay() throws IOException {
        Talk.hold(memory, 7);

        byte[] file = Talk.export(memory, TestKeys.EDWARDS, NO_SECRETS);

        assertThat(new String(file, UTF_8)).doesNotContain(Talk.CONTENT);
        assertThat(genuine(file).redacted()).isEqualTo(5);
        assertThat(values(file, "id")).containsExactly("m-1", "m-2", "m-3", "m-4", "m-5", "m-6", "m-7");
        assertThat(values(file, "redacted"))
                .containsExactly(
                        List.of("text"),
                        List.of("text"),
                        List.of(),
                        List.of("text", "attributes/card"),
                        List.of(),
                        List.of("text"),
                        List.of("attributes/card"),
                        List.of("text"));
    }

    @Test
    void a_redaction_may_leave_the_summary_out_and_may_not_change_who_said_what() throws IOException {
        Talk.hold(memory, 4);
        Redaction noSummary = redaction(StoredTurn::turn);
        Redaction otherId = redaction(stored -> Turn.user("other", "text"));

        assertThat(genuine(Talk.export(memory, TestKeys.EDWARDS, noSummary)).summary())
                .isFalse();
        assertThatThrownBy(() -> Talk.export(memory, TestKeys.EDWARDS, otherId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m-1")
                .hasMessageContaining("change texts and attributes only");
    }

    @Test
    void an_empty_conversation_is_an_export_too_and_none_is_none() throws IOException {
        Talk.hold(memory, 0);

        assertThat(genuine(Talk.export(memory)).turns()).isZero();
        assertThat(HandoffExport.from(memory, TestKeys.SHARED)
                        .export(SessionId.of("nobody"), OutputStream.nullOutputStream()))
                .isInstanceOf(Exported.Absent.class);
    }

    @Test
    void turns_that_arrive_meanwhile_are_not_in_it() throws IOException {
        var at = Talk.hold(memory, 60);
        AtomicInteger reads = new AtomicInteger();
        SessionMemory growing = new Watched(memory, () -> {
            if (reads.incrementAndGet() == 2) {
                memory.append(at, Turn.user("late", "late"));
            }
        });

        Manifest manifest = genuine(Talk.export(growing));

        assertThat(manifest.turns()).isEqualTo(60);
        assertThat(Talk.turns(memory, "s-42")).hasSize(61);
    }

    @Test
    void a_conversation_that_begins_anew_meanwhile_gets_no_seal() throws IOException {
        for (int read = 1; read <= 3; read++) {
            SessionMemory fresh = InMemorySessionMemory.on(Talk.CLOCK);
            Talk.hold(fresh, 120);
            int restartedBefore = read;
            AtomicInteger reads = new AtomicInteger();
            SessionMemory restarting = new Watched(fresh, () -> {
                if (reads.incrementAndGet() == restartedBefore) {
                    beginAnew(fresh);
                }
            });
            ByteArrayOutputStream file = new ByteArrayOutputStream();

            Exported answer = HandoffExport.from(restarting, TestKeys.SHARED).export(Talk.SESSION, file);

            assertThat(answer).as("restarted before read " + read).isInstanceOf(Exported.Restarted.class);
            assertThat(HandoffCheck.with(TestKeys.KNOWN).check(Talk.source(file.toByteArray())))
                    .isInstanceOf(Verified.Refused.class);
        }
    }

    @Test
    void it_is_written_while_it_is_read_and_the_bill_is_that_of_the_lab() throws IOException {
        try (Lab lab = Lab.under(Laws.off())) {
            SessionTable.create(lab.backstage(), "sessions");
            Talk.hold(DynamoSessionMemory.on(lab.backstage(), "sessions", Talk.CLOCK), 160);
            List<String> events = new ArrayList<>();
            SessionMemory watched =
                    new Watched(DynamoSessionMemory.on(lab.client(), "sessions", Talk.CLOCK), () -> events.add("read"));
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) {
                    events.add("wrote");
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    events.add("wrote");
                }
            };

            Exported answer = HandoffExport.from(watched, TestKeys.SHARED).export(Talk.SESSION, out);

            assertThat(events.subList(events.indexOf("read"), events.lastIndexOf("read")))
                    .contains("wrote");
            assertThat(events.stream().filter("read"::equals)).hasSizeGreaterThan(3);
            assertThat(answer.bill().requests()).isEqualTo(lab.meter().total().requests());
            assertThat(answer.bill().readUnits()).isEqualTo(lab.meter().total().readUnits());
            assertThat(answer.bill().writeUnits()).isZero();
        }
    }

    private static void beginAnew(SessionMemory memory) {
        assertThat(memory.restart(Talk.SESSION)).isInstanceOf(Restarted.class);
        var at = Talk.context(memory, "s-42").tail();
        for (int i = 1; i <= 130; i++) {
            at = memory.append(at, Turn.user("new-" + i, "new")).positionOrThrow();
        }
    }

    private static Redaction redaction(Function<StoredTurn, Turn> turns) {
        return new Redaction() {
            @Override
            public Turn turn(StoredTurn stored) {
                return turns.apply(stored);
            }

            @Override
            public Optional<String> summary(Summary stored) {
                return Optional.empty();
            }
        };
    }

    private static Manifest genuine(byte[] file) throws IOException {
        Verified verified = HandoffCheck.with(TestKeys.KNOWN).check(Talk.source(file));
        assertThat(verified).isInstanceOf(Verified.Genuine.class);
        return ((Verified.Genuine) verified).manifest();
    }

    private static List<String> lines(byte[] file) {
        return new String(file, UTF_8).lines().toList();
    }

    private static List<Object> values(byte[] file, String name) {
        return lines(file).stream()
                .map(line -> Json.parse(line).orElseThrow())
                .filter(line -> !"seal".equals(line.get("kind")))
                .map(line -> Optional.ofNullable(line.get(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Schema schema() {
        try (InputStream in = HandoffExport.class.getResourceAsStream("handoff-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
