package dojo.session.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.NewSession;
import dojo.session.SessionMemory;
import dojo.session.testkit.InMemorySessionMemory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An export as version 1 wrote it: whoever keeps one must be able to read it for as long as this test stands. */
class GoldenTest {
    private final SessionMemory memory = InMemorySessionMemory.on(Talk.CLOCK);

    @Test
    void an_export_of_version_1_is_genuine_and_can_be_taken_in() throws IOException {
        Imported imported = HandoffImport.into(memory, TestKeys.KNOWN).take(GoldenTest::golden, NewSession.of("h-1"));

        assertThat(imported.positionOrThrow().session().value()).isEqualTo("h-1");
        Talk.hold(memory, 7);
        assertThat(Talk.turns(memory, "h-1")).isEqualTo(Talk.turns(memory, "s-42"));
    }

    @Test
    void version_1_is_written_as_it_was_but_for_the_signature() throws IOException {
        Talk.hold(memory, 7);

        List<String> written = new String(Talk.export(memory), UTF_8).lines().toList();

        try (InputStream in = golden()) {
            List<String> kept = new String(in.readAllBytes(), UTF_8).lines().toList();
            assertThat(written).hasSameSizeAs(kept);
            // The head says when the session ends, which is the memory's to decide, and the seal signs the head.
            assertThat(written.subList(1, kept.size() - 1)).isEqualTo(kept.subList(1, kept.size() - 1));
        }
    }

    private static InputStream golden() {
        return Objects.requireNonNull(
                GoldenTest.class.getResourceAsStream("export-1.jsonl"),
                "export-1.jsonl is missing beside " + GoldenTest.class);
    }
}
