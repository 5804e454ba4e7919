package dojo.lab.door;

import java.util.concurrent.ThreadLocalRandom;

/** Ids for requests that never became a call: 52 capital letters and digits, as the service makes them. */
final class RequestIds {

    private static final int LENGTH = 52;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
