package dojo.lab.bill;

import org.junit.jupiter.api.AfterEach;

/** A table, its bill, and the store behind it. */
abstract class AwkwardScene {

    final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }
}
