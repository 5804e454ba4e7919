package dojo.lab.door;

import dojo.lab.store.Store;
import java.net.InetSocketAddress;

/** HTTP doors whose backroom repeats what it is asked. */
final class Doors {

    private Doors() {}

    static HttpDoor open(Store store, InetSocketAddress address) {
        return HttpDoor.open(region -> store, new Repeating(), address, () -> {});
    }

    private static final class Repeating implements Backroom {

        @Override
        public String name() {
            return "_lab";
        }

        @Override
        public Saying answer(Question question) {
            return new Saying(
                    200, "{\"asked\":\"" + question.method() + " " + question.path() + " " + question.query() + "\"}");
        }
    }
}
