package dojo.workbench.worker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads and compiles what a check will need, before anybody waits for it. */
final class WarmUp {
    private final Labs labs;
    private final Capture capture;

    WarmUp(Labs labs, Capture capture) {
        this.labs = labs;
        this.capture = capture;
    }

    void run(int times) {
        String packageName = WarmUpChecks.class.getPackageName();
        RunRequest request =
                new RunRequest(List.of(), packageName, List.of(WarmUpChecks.class.getName()), Map.of(), 1, "");
        CheckListener nobody = new CheckListener(message -> {}, new LearnerFrames(packageName, Map.of()), capture);
        for (int i = 0; i < times; i++) {
            try (RunLab lab = new RunLab(labs::take)) {
                new CheckRun(request, lab, Optional.empty()).tell(nobody);
            } catch (IllegalStateException | IOException e) {
                // The first real check meets the same trouble, and somebody who can be told.
            }
            labs.refill();
        }
    }
}
