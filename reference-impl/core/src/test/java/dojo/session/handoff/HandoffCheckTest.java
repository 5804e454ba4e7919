package dojo.session.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.SessionMemory;
import dojo.session.handoff.Problem.Kind;
import dojo.session.testkit.InMemorySessionMemory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HandoffCheckTest {
    private static final int SUMMARY = 1;
    private static final int TURN_1 = 2;
    private static final int TURN_4 = 5;
    private static final int SEAL = 9;

    private final byte[] file = exported(TestKeys.EDWARDS);

    @Test
    void an_export_is_genuine_by_either_kind_of_key() throws IOException {
        assertThat(check(exported(TestKeys.EDWARDS))).isInstanceOf(Verified.Genuine.class);
        assertThat(check(exported(TestKeys.SHARED))).isInstanceOf(Verified.Genuine.class);
    }

    @Test
    void the_order_of_fields_and_white_space_do_not_matter() throws IOException {
        String spaced = new String(file, UTF_8)
                .replace("\",\"", "\" ,\t\"")
                .replaceAll("\\{(\"after\":\\d+),(.*)}", "{ $2, $1 }")
                .replace("\n", "\r\n");

        assertThat(spaced).contains("\" ,\t\"", "{ \"at\"", "}\r\n");
        assertThat(check(spaced.getBytes(UTF_8))).isInstanceOf(Verified.Genuine.class);
    }

    @Test
    void a_changed_turn_is_named() {
        Problem problem = refused(lines -> lines.set(TURN_4, lines.get(TURN_4).replace("\\\"4\\\"", "\\\"5\\\"")));

        assertThat(problem.kind()).isEqualTo(Kind.CHANGED);
        assertThat(problem.line()).isEqualTo(TURN_4 + 1);
        assertThat(problem.what()).startsWith("turn 4 (m-4) is not what was exported");
    }

    @Test
    void every_field_of_every_line_is_under_the_signature() {
        List<String> lines = lines();
        for (int line = 0; line < lines.size(); line++) {
            for (var field : Json.parse(lines.get(line)).orElseThrow().entrySet()) {
                var changed = Json.parse(lines.get(line)).orElseThrow();
                changed.put(field.getKey(), other(field.getValue()));
                int at = line;

                assertThat(refused(all -> all.set(at, Json.canonical(changed))))
                        .as(field.getKey() + " of line " + line)
                        .satisfies(problem -> assertThat(problem.line()).isGreaterThan(at));
            }
        }
    }

    @Test
    void the_first_of_several_changes_is_named() {
        Problem problem = refused(lines -> {
            lines.set(SEAL - 1, lines.get(SEAL - 1).replace("m-7", "m-8"));
            lines.set(SUMMARY, lines.get(SUMMARY).replace("was said", "was sung"));
        });

        assertThat(problem.kind()).isEqualTo(Kind.CHANGED);
        assertThat(problem.toString()).startsWith("line 2: the summary");
    }

    @Test
    void turns_that_changed_places_or_come_twice_or_are_missing_are_named() {
        assertThat(refused(lines -> Collections.swap(lines, TURN_4, TURN_4 + 1)))
                .isEqualTo(new Problem(
                        Kind.REORDERED,
                        TURN_4 + 1,
                        "turn 5 (m-5) followed turn 4 and stands after turn 3: ask for the file again."));
        assertThat(refused(lines -> lines.add(TURN_4, lines.get(TURN_4)))).satisfies(twice -> {
            assertThat(twice.kind()).isEqualTo(Kind.REORDERED);
            assertThat(twice.line()).isEqualTo(TURN_4 + 2);
        });
        assertThat(refused(lines -> lines.remove(TURN_4)).what()).startsWith("turn 5 (m-5) followed turn 4");
        assertThat(refused(lines -> lines.remove(SUMMARY)).what()).startsWith("the summary is missing");
        assertThat(refused(lines -> lines.add(lines.get(SUMMARY))).kind()).isEqualTo(Kind.REORDERED);
        assertThat(refused(lines -> Collections.swap(lines, SUMMARY, TURN_1)).kind())
                .isEqualTo(Kind.REORDERED);
    }

    @Test
    void a_shortened_export_is_refused_wherever_it_was_cut() throws IOException {
        for (int length = 0; length < file.length - 1; length++) {
            byte[] cut = Arrays.copyOf(file, length);

            assertThat(check(cut)).as("cut at byte " + length).isInstanceOf(Verified.Refused.class);
        }
        assertThat(refused(lines -> lines.subList(TURN_4, lines.size()).clear()).what())
                .startsWith("the export ends after turn 3 of 7, without its seal");
        assertThat(refused(lines -> lines.remove(SEAL - 1)))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.SHORTENED));
    }

    @Test
    void whoever_does_not_have_the_key_cannot_make_an_export() {
        SigningKey stranger =
                SigningKey.ed25519("edwards-1", TestKeys.pair((byte) 9).getPrivate());
        SigningKey otherKind = SigningKey.hmacSha256("edwards-1", TestKeys.SECRET);
        SigningKey unknown = SigningKey.hmacSha256("nobody-knows", TestKeys.SECRET);

        assertThat(problem(exported(stranger)).kind()).isEqualTo(Kind.FORGED);
        assertThat(problem(exported(otherKind)).kind()).isEqualTo(Kind.FORGED);
        assertThat(problem(exported(unknown)).kind()).isEqualTo(Kind.UNKNOWN_KEY);
    }

    @Test
    void what_is_no_export_of_this_version_is_refused_at_its_first_line() {
        assertThat(refused(lines -> lines.set(0, lines.get(0).replace("\"version\":1", "\"version\":2"))))
                .satisfies(newer -> {
                    assertThat(newer.kind()).isEqualTo(Kind.UNKNOWN_VERSION);
                    assertThat(newer.what()).contains("version 2", "reads version 1", "update");
                });
        assertThat(problem("{\"hello\":\"world\"}\n".getBytes(UTF_8)).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(problem(new byte[] {(byte) 0xff, 0x00, '\n'}).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(problem(new byte[0]).kind()).isEqualTo(Kind.SHORTENED);
        assertThat(refused(lines -> lines.set(TURN_4, lines.get(TURN_4).replaceFirst("\\{", "{\"more\":\"x\",")))
                        .what())
                .contains("no field \"more\"");
    }

    @Test
    void no_change_of_bytes_passes_and_no_complaint_quotes_what_was_said() throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        List<?> said = parsed(file);
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = file.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);

            Verified verified = check(changed);

            if (verified instanceof Verified.Refused refused) {
                assertThat(refused.problem().toString()).doesNotContain(Talk.CONTENT);
            } else {
                assertThat(parsed(changed)).isEqualTo(said);
            }
        }
    }

    @Test
    void keys_are_checked_when_they_are_named_and_never_shown() {
        assertThatThrownBy(() -> SigningKey.hmacSha256("short", new byte[31]))
                .hasMessageContaining("31")
                .hasMessageContaining("SecureRandom");
        assertThatThrownBy(() -> SigningKey.hmacSha256(" ", TestKeys.SECRET)).hasMessageContaining("name the key");
        assertThatThrownBy(() -> KnownKeys.of(
                        VerifyingKey.hmacSha256("same", TestKeys.SECRET),
                        VerifyingKey.hmacSha256("same", TestKeys.SECRET)))
                .hasMessageContaining("Two keys have the id \"same\"");
        assertThat(TestKeys.SHARED).hasToString("SigningKey[shared-1, HmacSHA256]");
        assertThat(VerifyingKey.hmacSha256("shared-1", TestKeys.SECRET))
                .hasToString("VerifyingKey[shared-1, HmacSHA256]");
    }

    private static Object other(Object value) {
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof List<?>) {
            return List.of("text", "attributes/other");
        }
        return value instanceof String text ? text + "x" : Map.of("title", "other");
    }

    private Problem refused(Consumer<List<String>> tampering) {
        List<String> lines = lines();
        tampering.accept(lines);
        return problem((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private List<String> lines() {
        return new ArrayList<>(new String(file, UTF_8).lines().toList());
    }

    private static List<?> parsed(byte[] export) {
        return new String(export, UTF_8).lines().map(Json::parse).toList();
    }

    private static Problem problem(byte[] export) {
        Verified verified = check(export);
        assertThat(verified).isInstanceOf(Verified.Refused.class);
        return ((Verified.Refused) verified).problem();
    }

    private static Verified check(byte[] export) {
        try {
            return HandoffCheck.with(TestKeys.KNOWN).check(Talk.source(export));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] exported(SigningKey key) {
        try {
            SessionMemory memory = InMemorySessionMemory.on(Talk.CLOCK);
            Talk.hold(memory, 7);
            return Talk.export(memory, key, Redaction.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
