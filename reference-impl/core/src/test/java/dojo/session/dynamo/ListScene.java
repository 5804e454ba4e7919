package dojo.session.dynamo;

import dojo.session.Replaced;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.TurnId;
import java.util.ArrayList;
import java.util.List;

/** Lists of short texts, as the tests of the current list speak of them. */
record ListScene(SessionMemory memory, SessionId session) {
    Replaced replace(String... texts) {
        return memory.replace(session, turns(List.of(texts)));
    }

    Replaced replace(List<String> texts) {
        return memory.replace(session, turns(texts));
    }

    List<String> current() {
        return memory.current(session).contextOrThrow().turns().stream()
                .map(stored -> stored.turn().text())
                .toList();
    }

    List<String> log() {
        return memory.read(session, 0, 1_000).turnsOrThrow().stream()
                .map(stored -> stored.turn().text())
                .toList();
    }

    /** As a framework would: the same words, but ids of its own each time. */
    static List<Turn> turns(List<String> texts) {
        List<Turn> turns = new ArrayList<>();
        texts.forEach(text -> turns.add(Turn.user(TurnId.random().value(), text)));
        return turns;
    }
}
