package dojo.session.summary;

import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A summariser who writes down the numbers of the turns it was given, and keeps count of what it was asked. */
final class Scribe implements Summarizer {
    private final Random moods;
    private final int moodiness;
    final List<String> asked = new ArrayList<>();
    /** For which it gave a text. */
    final List<String> paid = new ArrayList<>();

    final Set<SessionId> ill = ConcurrentHashMap.newKeySet();

    Scribe() {
        this(0, 0);
    }

    /** Fails so many times of a hundred. */
    Scribe(long seed, int moodiness) {
        this.moods = new Random(seed);
        this.moodiness = moodiness;
    }

    @Override
    public synchronized String summarize(Optional<Summary> previous, List<StoredTurn> turns) {
        String said = turns.get(0).turn().text();
        String range = turns.get(0).number() + "-" + turns.get(turns.size() - 1).number();
        asked.add(said + " " + range);
        if (ill.contains(SessionId.of(said.substring("said in ".length())))) {
            throw new IllegalStateException("the model is overloaded");
        }
        if (moods.nextInt(100) < moodiness) {
            throw new IllegalStateException("the model is in a mood");
        }
        paid.add(said + " " + range);
        return previous.map(before -> before.text() + " ").orElse("") + range;
    }

    /** How often it was asked about a session. */
    synchronized long asked(SessionId session) {
        return asked.stream()
                .filter(said -> said.startsWith("said in " + session + " "))
                .count();
    }
}
