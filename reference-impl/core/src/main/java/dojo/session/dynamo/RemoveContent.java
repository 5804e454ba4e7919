package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.content.ContentName;
import dojo.session.content.ContentStore;
import dojo.session.content.ContentStore.Kept;
import dojo.session.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Removes all content that is kept outside the items of turns, in parts and in the store: for erasing a session, and
 * for redacting a turn after its item was overwritten.
 *
 * <p>Safe to repeat. Costs a query over the keys of the parts (it is billed for their bytes), a write unit for each
 * started kilobyte of each part, a list and a delete of the store. What an append writes at the same time can be missed:
 * stop writers first, or leave it to {@link ContentReclaim#sweep}.
 */
record RemoveContent(String table, Optional<ContentStore> store) {
    /** How many parts and how many contents of the store were deleted. */
    record Removed(int parts, int stored) {
        Removed and(Removed more) {
            return new Removed(parts + more.parts, stored + more.stored);
        }
    }

    /** Of turns of earlier epochs, what the store keeps; their parts are items like others. */
    Work<Removed> storedBefore(SessionId session, long epoch) {
        return stored(
                ContentName.under(session),
                kept -> ContentName.parse(kept.name())
                        .filter(name -> name.epoch() < epoch)
                        .isPresent());
    }

    /** Of all turns of a session, in all its epochs. */
    Work<Removed> of(SessionId session) {
        return Work.both(parts(session, Keys.all("PART")), stored(ContentName.under(session)), Removed::and);
    }

    /** Of the turn in one place. */
    Work<Removed> of(SessionId session, long epoch, long position) {
        return Work.both(
                parts(session, Keys.parts(epoch, position, position)),
                stored(ContentName.under(session, epoch, position)),
                Removed::and);
    }

    private Work<Removed> parts(SessionId session, Keys.Range range) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .projectionExpression("PK, SK")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(session),
                        ":first", range.first(),
                        ":last", range.last()))
                .consistentRead(true)
                .build();
        return Pages.of(query)
                .then(keys -> Work.repeat(
                        0,
                        i -> i == keys.size()
                                ? Work.done(Work.finished(new Removed(keys.size(), 0)))
                                : Work.ask(delete(keys.get(i))).map(deleted -> Work.again(i + 1))));
    }

    private DeleteItemRequest delete(Map<String, AttributeValue> key) {
        return DeleteItemRequest.builder().tableName(table).key(key).build();
    }

    private Work<Removed> stored(String prefix) {
        return stored(prefix, kept -> true);
    }

    private Work<Removed> stored(String prefix, Predicate<Kept> which) {
        if (store.isEmpty()) {
            return Work.done(new Removed(0, 0));
        }
        return Work.repeat(
                new Listing(0, ""),
                listing -> Work.elsewhere(() -> store.get().list(prefix, listing.after()))
                        .then(page -> {
                            List<Kept> chosen =
                                    page.kept().stream().filter(which).toList();
                            int soFar = listing.removed() + chosen.size();
                            return deleted(chosen)
                                    .map(done -> page.last() || page.kept().isEmpty()
                                            ? Work.finished(new Removed(0, soFar))
                                            : Work.again(new Listing(soFar, lastOf(page.kept()))));
                        }));
    }

    private record Listing(int removed, String after) {}

    private static String lastOf(List<Kept> kept) {
        return kept.get(kept.size() - 1).name();
    }

    private Work<Integer> deleted(List<Kept> kept) {
        return Work.repeat(
                0,
                i -> i == kept.size()
                        ? Work.done(Work.finished(i))
                        : Work.elsewhere(() -> store.orElseThrow()
                                        .delete(kept.get(i).name())
                                        .thenApply(done -> true))
                                .map(deleted -> Work.again(i + 1)));
    }
}
