package dojo.session.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.NewSession;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.testkit.InMemorySessionMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a handoff, and the proof that it says the same. */
class ReadmeLinesTest {
    @Test
    void a_conversation_is_handed_over_in_these_lines(@TempDir Path folder) throws IOException {
        SessionMemory memory = InMemorySessionMemory.on(Talk.CLOCK);
        Talk.hold(memory, 7);
        Path file = folder.resolve("talk.jsonl");
        PrivateKey privateKey = TestKeys.PAIR.getPrivate();
        PublicKey publicKey = TestKeys.PAIR.getPublic();
        // tag::handoff[]
        var noCards = Redaction.ofTexts(text -> text.replaceAll("\\d{4}", "[number]"));
        var export = HandoffExport.from(memory, SigningKey.ed25519("2026-11", privateKey))
                .redactedBy(noCards);
        try (OutputStream out = Files.newOutputStream(file)) {
            export.export(SessionId.of("s-42"), out).manifestOrThrow();
        }

        KnownKeys keys = KnownKeys.of(VerifyingKey.ed25519("2026-11", publicKey));
        Verified verified = HandoffCheck.with(keys).check(Source.file(file));
        Imported imported = HandoffImport.into(memory, keys).take(Source.file(file), NewSession.of("h-1"));
        // end::handoff[]
        assertThat(verified).isInstanceOf(Verified.Genuine.class);
        assertThat(imported).isInstanceOf(Imported.Complete.class);
        assertThat(Talk.turns(memory, "h-1").get(2).attributes()).containsEntry("card", "sesame [number]");
    }

    @Test
    void the_readme_shows_these_very_lines() throws IOException {
        List<String> test = Files.readAllLines(Path.of("src/test/java/dojo/session/handoff/ReadmeLinesTest.java"));
        List<String> snippet = test
                .subList(test.indexOf("        // tag::handoff[]") + 1, test.indexOf("        // end::handoff[]"))
                .stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .toList();

        assertThat(Files.readString(Path.of("../README.md"))).contains(String.join("\n", snippet));
    }
}
