package dojo.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.JvmLife;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** How fast the lab is, as ratios within one run: against DynamoDB Local by itself, and against itself without laws. */
final class LabBench {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Screen screen;
    private final int rounds;

    LabBench(Screen screen, int rounds) {
        this.screen = screen;
        this.rounds = rounds;
    }

    /** 0 if every ratio is as promised, 1 if one is not. */
    int run() throws InterruptedException {
        screen.print("Puts and gets of small items, medians of " + rounds + " rounds in turn:");
        boolean enough = true;
        try (ChildJvm child = ChildJvm.start(JvmLayout.detect(), JvmLife.LONG, LabBenchMain.class.getName())) {
            child.wire().send(Wire.message().put("rounds", rounds));
            while (true) {
                Optional<JsonNode> said = child.await(LONGEST).flatMap(ChildJvm.Message::content);
                if (said.isEmpty()) {
                    screen.error("The measurement ended by itself. "
                            + child.lastWords().strip());
                    return 1;
                }
                if (said.get().has("end")) {
                    return enough ? 0 : 1;
                }
                boolean fine = said.get().path("enough").asBoolean();
                enough &= fine;
                screen.print(Line.of(said.get().path("line").asText()).and(Tone.BAD, fine ? "" : "  too slow"));
            }
        } catch (IOException e) {
            screen.error("The lab cannot be measured: " + e.getMessage());
            return 1;
        }
    }
}
