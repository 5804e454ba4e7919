package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.content.ContentPolicy;
import dojo.session.content.Prose;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table in {@link ContentPolicy}: what a turn of 100 KB costs, kept in four ways. */
class ContentPricesTest {
    private static final Turn TURN = Turn.assistant("t-1", Prose.of(102_400, 1));
    /** A load also reads the head and looks for a summary. */
    private static final double HEAD_AND_SUMMARY = 2;

    private final ContentScene scene;

    ContentPricesTest(@TempDir Path folder) {
        this.scene = new ContentScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void in_the_item() {
        Price price = price(ContentPolicy.usual());

        assertThat(price).isEqualTo(new Price(1, 101, 0, 3, 26));
    }

    @Test
    void in_the_item_and_packed() {
        Price price = price(ContentPolicy.usual().packing());

        assertThat(price.writeUnits).isBetween(30.0, 45.0);
        assertThat(price.loaded).isBetween(7.0, 12.0);
        assertThat(price.requests).isEqualTo(1);
    }

    @Test
    void split() {
        Price price = price(ContentPolicy.usual().inlineUpTo(16_000));

        assertThat(price).isEqualTo(new Price(3, 102, 1, 4, 27));
    }

    @Test
    void in_a_store() {
        Price price = price(scene.inStore());

        assertThat(price).isEqualTo(new Price(2, 1, 1, 3, 1));
        assertThat(scene.names()).hasSize(1);
    }

    private record Price(int requests, double writeUnits, double readUnits, int loadRequests, double loaded) {}

    private Price price(ContentPolicy policy) {
        DynamoSessionMemory memory = scene.memory(policy);
        Bill append = scene.billed(() -> memory.append(scene.start, TURN));
        Bill load = scene.billed(() -> memory.load(ContentScene.SESSION, Window.latest(1)));
        return new Price(
                append.requests(),
                append.writeUnits(),
                append.readUnits(),
                load.requests(),
                load.readUnits() - HEAD_AND_SUMMARY);
    }
}
