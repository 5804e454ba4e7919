package dojo.session.summary;

import dojo.session.SessionId;
import dojo.session.StoredTurn;
import java.util.List;

/** The summariser failed; nothing was stored, and asking again begins at the same turn. */
public final class SummaryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SummaryFailed(String message, Throwable reason) {
        super(message, reason);
    }

    static SummaryFailed of(SessionId session, List<StoredTurn> turns, Throwable reason) {
        return new SummaryFailed(
                "Turns " + turns.get(0).number() + " to "
                        + turns.get(turns.size() - 1).number() + " of session " + session
                        + " could not be summarised: see the cause; nothing was stored, try again later.",
                reason);
    }
}
