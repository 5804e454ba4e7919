package dojo.session.summary;

import dojo.session.Role;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns as a log holds them, for tests that need no log. */
final class Said {
    private Said() {}

    static StoredTurn turn(long number, Role role, String text) {
        return new StoredTurn(number, Instant.EPOCH, Turn.of("m-" + number, role, text));
    }

    /** User and assistant in turns, from this number on. */
    static List<StoredTurn> from(long first, String... texts) {
        List<StoredTurn> turns = new ArrayList<>();
        for (String text : texts) {
            long number = first + turns.size();
            turns.add(turn(number, turns.size() % 2 == 0 ? Role.USER : Role.ASSISTANT, text));
        }
        return turns;
    }
}
