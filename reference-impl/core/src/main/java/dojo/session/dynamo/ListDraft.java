package dojo.session.dynamo;

import dojo.session.Turn;
import dojo.session.dynamo.ReadHead.Head;
import dojo.session.dynamo.SurveyLog.Seen;
import dojo.session.dynamo.SurveyLog.Survey;
import dojo.session.dynamo.View.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A list on its way into the log: which of its turns have a place, and where the next new one goes. Immutable.
 *
 * @param digests of the turns' payloads
 * @param places where each turn stands, 0 if it has no place yet
 * @param spare turns of the log which no turn of the list has claimed
 * @param tail the last place known to be taken
 * @param own turns that this call has stored on the way
 * @param certain whether it was seen that nothing unknown stands behind the tail
 */
record ListDraft(
        Head head,
        List<Turn> turns,
        List<SdkBytes> digests,
        List<Long> places,
        List<Entry> spare,
        long tail,
        List<Entry> own,
        boolean certain) {
    /** A list in more pieces than this is stored anew: the view would grow, and so would the number of questions. */
    private static final int MOST_SPANS = 16;

    /** What the view knows already, and this call; more than that only a look at the log can tell. */
    static ListDraft of(Head head, List<Turn> turns, List<Entry> own) {
        List<SdkBytes> digests =
                turns.stream().map(turn -> View.digest(Payload.hash(turn))).toList();
        View view = head.view();
        List<Long> nowhere = Collections.nCopies(turns.size(), 0L);
        ListDraft empty = new ListDraft(head, turns, digests, nowhere, List.of(), view.tail(), own, false);
        ListDraft matched = empty.knowing(view.entries()).knowing(own);
        return Places.spans(matched.places()).size() > MOST_SPANS ? empty.knowing(own) : matched;
    }

    /** The index of the first turn without a place, or -1. */
    int missing() {
        return places.indexOf(0L);
    }

    Token next() {
        return head.meta().start().at(tail + 1);
    }

    /** The first missing turn stands at the next place. */
    ListDraft placed() {
        List<Long> more = new ArrayList<>(places);
        more.set(missing(), tail + 1);
        List<Entry> stored = new ArrayList<>(own);
        stored.add(new Entry(tail + 1, digests.get(missing())));
        return new ListDraft(head, turns, digests, more, spare, tail + 1, stored, true);
    }

    /** What stands behind the tail may be in the list, too: appended by others, or left by an attempt that broke off. */
    ListDraft surveyed(Survey survey) {
        List<Entry> seen = new ArrayList<>();
        for (Seen place : survey.seen()) {
            place.slot()
                    .payload()
                    .ifPresent(payload -> seen.add(new Entry(place.slot().position(), View.digest(payload))));
        }
        ListDraft more = knowing(seen);
        return new ListDraft(head, turns, digests, more.places, more.spare, survey.last(), own, true);
    }

    private ListDraft knowing(List<Entry> entries) {
        Set<Long> taken = new HashSet<>(places);
        spare.forEach(entry -> taken.add(entry.place()));
        List<Entry> known = new ArrayList<>(spare);
        entries.stream().filter(entry -> !taken.contains(entry.place())).forEach(known::add);
        List<Integer> wanting = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) == 0) {
                wanting.add(i);
            }
        }
        int[] found = Matching.of(known, wanting.stream().map(digests::get).toList());
        List<Long> more = new ArrayList<>(places);
        List<Entry> left = new ArrayList<>(known);
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= 0) {
                more.set(wanting.get(i), known.get(found[i]).place());
                left.remove(known.get(found[i]));
            }
        }
        return new ListDraft(head, turns, digests, List.copyOf(more), List.copyOf(left), tail, own, certain);
    }

    View view() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            entries.add(new Entry(places.get(i), digests.get(i)));
        }
        return head.view().next(tail, entries);
    }

    /** Whether the list is the current one already. */
    boolean unchanged() {
        View view = head.view();
        return view.tail() == tail && view.places().equals(places);
    }
}
