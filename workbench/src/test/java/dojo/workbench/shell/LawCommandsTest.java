package dojo.workbench.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.screen.Screen;
import dojo.workbench.worker.JvmLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LawCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Screen screen = Screen.of(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @TempDir
    private Path folder;

    private int run(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("try.jsh"), script);
        return Shell.of(folder).script(screen, file, Optional.empty());
    }

    private String printed() {
        return out.toString(UTF_8).replaceAll("\\s+", " ");
    }

    private String refused() {
        return err.toString(UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void laws_are_switched_under_a_client_that_goes_on() throws IOException {
        int code = run("""
                var meta = Map.of("PK", AttributeValue.fromS("GUEST#1"), "SK", AttributeValue.fromS("META"))
                Runnable write = () -> { var item = new HashMap<>(meta); item.put("ttl", AttributeValue.fromN("1700000000"));
                    ddb.putItem(p -> p.tableName(table).item(item)); }
                ddb.updateTimeToLive(u -> u.tableName(table).timeToLiveSpecification(t -> t.enabled(true).attributeName("ttl")))
                /laws real
                /laws faults off
                write.run()
                ddb.getItem(g -> g.tableName(table).key(meta)).hasItem() ? "fresh" : "stale"
                /trace
                /clock +3d
                ddb.getItem(g -> g.tableName(table).key(meta))
                /heat
                /bill
                /laws expiry
                /laws off
                /table
                """);

        assertThat(refused()).isEmpty();
        assertThat(code).isZero();
        assertThat(printed())
                .contains("Copied: 1 table, 8 items.")
                .contains("Laws: mixed")
                .contains("1 request under laws mixed, answered")
                .contains("3 d later. expiry: 1 expired item was deleted table-1 GUEST#1 META is deleted")
                .contains("= no such item")
                .contains("Busiest keys")
                .contains("3 requests · 1 read unit · 1 write unit")
                .contains("average-lag = \"6 h\"")
                .contains("ttl (ENABLED)");
    }

    @Test
    void what_cannot_be_is_refused_in_a_sentence() throws IOException {
        try (Session session = Session.start(JvmLayout.detect(), screen, Optional.empty());
                Sitting sitting = new Sitting(folder, screen, () -> session, Optional.empty(), false)) {
            assertThat(refusal(sitting, "/laws expirey off")).contains("no law called expirey. Did you mean expiry?");
            assertThat(refusal(sitting, "/laws capacity scale=2"))
                    .contains("takes on or off", "/laws capacity prints them");
            assertThat(refusal(sitting, "/laws nowhere.toml")).contains("nowhere.toml");
            assertThat(refusal(sitting, "/laws corrections off")).contains("always on");
            assertThat(refusal(sitting, "/clock -3h")).contains("\"-3h\" is no step of time");
            assertThat(refusal(sitting, "/clock +400d")).contains("Go there in several steps");
            assertThat(refusal(sitting, "/heat")).contains("/laws capacity on");
            assertThat(refusal(sitting, "/trace why")).contains("nothing to explain");
            assertThat(refusal(sitting, "/trace x")).contains("no number of requests");
            assertThat(refusal(sitting, "/table nope")).contains("There is no table nope.");
            assertThat(refusal(sitting, "/json")).contains("No result of DynamoDB");
        }
    }

    private String refusal(Sitting sitting, String line) throws IOException {
        err.reset();
        assertThat(Commands.run(sitting, line)).isEqualTo(Slash.Result.FAILED);
        return refused();
    }

    @Test
    void a_scan_is_warned_of_and_a_script_must_agree_beforehand() throws IOException {
        assertThat(run("/json on\n/scan yes\n/json\n/scan")).isEqualTo(1);

        assertThat(printed())
                .contains("A Scan reads all of table-1: 8 items")
                .contains("It will cost 0.5 read units")
                .contains("$1 = [ { \"Items\": [")
                .contains("1 request · 0.5 read units");
        assertThat(refused()).contains("write /scan table-1 yes.");
    }
}
