package dojo.session.rivals;

import dojo.session.Context;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import java.util.List;

/** This library, through its public API and nothing else, for a customer's session. */
final class Ours implements Rival {
    /** As the rivals do: the latest twenty, wherever the window then begins. */
    private static final Window WINDOW = Window.latest(20).anywhere();

    private final SessionMemory memory;
    private final SessionId session;
    private final Window window;
    private Position at;

    Ours(Place place) {
        this.memory = DynamoSessionMemory.on(place.client(), place.table(), place.clock());
        this.session = SessionId.of(place.session());
        this.window = place.strong() ? WINDOW : WINDOW.eventually();
        this.at = memory.create(NewSession.of(place.session()).ownedBy(place.customer()))
                .positionOrThrow();
    }

    @Override
    public void chat(Said question, Model model) {
        append(Turn.user(question.id(), question.text()));
        Context context = memory.load(session, window).contextOrThrow();
        List<String> texts =
                context.turns().stream().map(stored -> stored.turn().text()).toList();
        Said answer = model.answer(texts);
        append(Turn.assistant(answer.id(), answer.text()));
    }

    private void append(Turn turn) {
        at = memory.append(at, turn).positionOrThrow();
    }
}
