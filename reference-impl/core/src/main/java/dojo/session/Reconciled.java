package dojo.session;

import java.util.List;

/** What came to light after a session was taken over from a Region that could not be asked. */
public sealed interface Reconciled {
    Bill bill();

    /**
     * What the lost Region had stored and the conversation does not show.
     *
     * @param stranded turns that were acknowledged there after the cut: append them again where they still make sense
     * @param headRestored whether the session's head had been overwritten by a late write of the lost Region
     */
    record Report(List<StoredTurn> stranded, boolean headRestored, Bill bill) implements Reconciled {
        public Report {
            stranded = List.copyOf(stranded);
        }
    }

    /** There is no session of this id in this Region, or it was never taken over by force. */
    record Nothing(Bill bill) implements Reconciled {}
}
