package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.Replaced;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.dynamo.ReadHead.Head;
import dojo.session.dynamo.View.Entry;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Makes a session's current list exactly this one: new turns are appended to the log, and then one small item names the
 * places of the list.
 *
 * <p>The item is written last, so a crash leaves the list as it was. What a crash has left in the log is found again by
 * its payload when the call is repeated. The log only ever grows.
 */
final class ReplaceList {
    /** Others who are first so often mean a list that never rests. */
    private static final int ROUNDS = 20;

    private final String table;
    private final ReadHead heads;
    private final SurveyLog survey;
    private final NoteActivity notes;
    private final Home home;
    private final Contents contents;

    ReplaceList(String table, Home home, NoteActivity notes, Contents contents) {
        this.home = home;
        this.notes = notes;
        this.contents = contents;
        this.table = table;
        this.heads = new ReadHead(table);
        this.survey = new SurveyLog(table);
    }

    Work<Replaced> replace(SessionId session, List<Turn> turns) {
        List<Turn> wanted =
                List.copyOf(Objects.requireNonNull(turns, "A list is needed, got null: pass an empty one."));
        wanted.forEach(contents::check);
        return Work.repeat(new Round(1, 0, List.of()), round -> attempt(session, wanted, round));
    }

    /** What a call takes along when others were first: the turns it has stored already, in the log of this epoch. */
    private record Round(int number, long epoch, List<Entry> own) {
        List<Entry> ownIn(Head head) {
            return epoch == head.meta().epoch() ? own : List.of();
        }
    }

    private Work<Step<Round, Replaced>> attempt(SessionId session, List<Turn> turns, Round round) {
        if (round.number() > ROUNDS) {
            return Work.billed(bill -> finished(new Replaced.Overtaken(bill)));
        }
        return heads.of(session).then(head -> {
            if (head.isEmpty()) {
                return Work.billed(bill -> finished(new Replaced.Absent(bill)));
            }
            if (!home.isOf(head.get().meta())) {
                return home.refuse(head.get().meta());
            }
            ListDraft draft = ListDraft.of(head.get(), turns, round.ownIn(head.get()));
            // Once overtaken, or moved, a place behind the tail of the view is hardly free.
            boolean hopeful =
                    round.number() == 1 && draft.tail() >= draft.head().meta().base();
            Work<Optional<ListDraft>> begun = hopeful ? Work.done(Optional.of(draft)) : look(draft);
            return begun.then(begin -> begin.isEmpty() ? overtaken(round) : place(begin.get(), round));
        });
    }

    private static Work<Step<Round, Replaced>> overtaken(Round round, ListDraft draft) {
        return overtaken(new Round(round.number(), draft.head().meta().epoch(), draft.own()));
    }

    private static Work<Step<Round, Replaced>> overtaken(Round round) {
        Round next = new Round(round.number() + 1, round.epoch(), round.own());
        return Work.pause(round.number()).map(rested -> again(next));
    }

    private Work<Step<Round, Replaced>> place(ListDraft begun, Round round) {
        return Work.<ListDraft, Optional<ListDraft>>repeat(begun, this::step)
                .then(draft -> draft.isEmpty() ? overtaken(round) : name(draft.get(), round));
    }

    /** One turn into the log; nothing if the log was closed, because the session was restarted. */
    private Work<Step<ListDraft, Optional<ListDraft>>> step(ListDraft draft) {
        if (draft.missing() >= 0) {
            return Work.now().then(now -> append(draft, now));
        }
        return draft.certain()
                ? Work.done(finished(Optional.of(draft)))
                : look(draft).map(ReplaceList::resumed);
    }

    private static Step<ListDraft, Optional<ListDraft>> resumed(Optional<ListDraft> seen) {
        return seen.isEmpty() ? finished(seen) : again(seen.get());
    }

    private Work<Optional<ListDraft>> look(ListDraft draft) {
        return survey.after(draft.head().meta(), draft.tail())
                .map(seen -> seen.sealed() ? Optional.empty() : Optional.of(draft.surveyed(seen)));
    }

    // tag::listed[]
    private Work<Step<ListDraft, Optional<ListDraft>>> append(ListDraft draft, Instant now) {
        Turn turn = draft.turns().get(draft.missing());
        return contents.kept(contents.form(listed(draft.next(), turn, now), turn))
                .then(item -> Work.ask(PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnValuesOnConditionCheckFailure("ALL_OLD")
                        .build()))
                .map(stored -> Work.<ListDraft, Optional<ListDraft>>again(draft.placed()))
                .on(ConditionalCheckFailedException.class, taken -> {
                    Slot occupant = Items.slot(taken.item());
                    return occupant.holds(turn.id()) && occupant.holdsPayloadOf(turn)
                            ? Work.done(again(draft.placed()))
                            : look(draft).map(ReplaceList::resumed);
                });
    }

    private static Map<String, AttributeValue> listed(Token place, Turn turn, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(Items.item(place, turn, now));
        item.put(SurveyLog.LISTED, Items.number(1));
        return item;
    }

    /** The list is named last; until then readers see the one before. */
    private Work<Step<Round, Replaced>> name(ListDraft draft, Round round) {
        if (draft.unchanged()) {
            return stored(draft);
        }
        View view = draft.view();
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table)
                .item(view.item(draft.head().meta()))
                .returnValuesOnConditionCheckFailure("ALL_OLD");
        draft.head()
                .stored()
                .ifPresentOrElse(
                        before -> put.conditionExpression("epoch = :epoch AND revision = :revision")
                                .expressionAttributeValues(Map.of(
                                        ":epoch", Items.number(before.epoch()),
                                        ":revision", Items.number(before.revision()))),
                        () -> put.conditionExpression("attribute_not_exists(PK)"));
        return Work.ask(put.build())
                .then(named -> stored(draft))
                .on(
                        ConditionalCheckFailedException.class,
                        // After a lost answer, the view in the way may be the one that this very call has written.
                        taken -> taken.hasItem() && View.of(taken.item()).equals(view)
                                ? stored(draft)
                                : overtaken(round, draft));
    }
    // end::listed[]

    private Work<Step<Round, Replaced>> stored(ListDraft draft) {
        int added = draft.own().size();
        int kept = Math.max(0, draft.turns().size() - added);
        Token last = draft.head().meta().start().at(draft.tail());
        Work<Token> noted = added == 0 ? Work.done(last) : notes.after(last);
        return noted.then(token -> Work.billed(bill -> finished(new Replaced.Stored(kept, added, bill))));
    }
}
