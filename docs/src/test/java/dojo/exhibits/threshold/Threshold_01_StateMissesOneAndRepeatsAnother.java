package dojo.exhibits.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamPoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = "[streams]\nshards = 1")
@WithTable
class Threshold_01_StateMissesOneAndRepeatsAnother {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A consumer that asks whether the count stands at a multiple of twenty misses a count that"
                    + " steps over it, and fires again for each change made while it stands there.");

    @Test
    void pairs_step_over_twenty_and_page_changes_repeat_it(Lab lab, LabTable table) {
        var chats = new Chats(lab, table.name());
        List<String> fired = Collections.synchronizedList(new ArrayList<>());
        var watcher = new StateWatcher(fired::add);
        try (var poller = StreamPoller.of(lab.streams(), chats.stream())
                .on(lab.clock())
                .start(batch -> {
                    batch.records().forEach(watcher::onChange);
                    return BatchResult.done();
                })) {
            chats.byPairs("s-pairs");
            chats.oneByOne("s-single");
            lab.clock().advance(Duration.ofMinutes(5));
            assertThat(poller.isCaughtUp()).isTrue();
        }

        assertThat(fired).hasSize(4).containsOnly("SESSION#s-single");
        EXHIBIT.modelled("windows-of-each-chat", 2);
        EXHIBIT.modelled("fired-for-pairs", Collections.frequency(fired, "SESSION#s-pairs"));
        EXHIBIT.modelled("fired-with-page-changes", Collections.frequency(fired, "SESSION#s-single"));
    }
}
