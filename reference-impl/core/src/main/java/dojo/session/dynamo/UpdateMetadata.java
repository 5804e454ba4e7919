package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.Change;
import dojo.session.SessionId;
import dojo.session.Updated;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Access pattern 4: change metadata with one conditional UpdateItem; nothing is read before. */
record UpdateMetadata(String table, Home home) {
    Work<Updated> update(SessionId session, Change change) {
        return Work.now()
                .then(now -> Work.ask(request(session, change, now))
                        .then(stored -> changed(stored.attributes()))
                        .on(
                                ConditionalCheckFailedException.class,
                                refused -> judge(session, change, refused.item(), now)));
    }

    // tag::update[]
    private UpdateItemRequest request(SessionId session, Change change, Instant now) {
        Assignments changes = new Assignments();
        changes.text("#title", change.title());
        changes.text("#preview", change.preview());
        changes.text("#status", change.status());
        changes.text("#intent", change.intent());
        changes.map("#page", change.page());
        changes.map("#attributes", change.attributes());
        changes.values.putAll(Map.of(
                ":now", number(now.getEpochSecond()), ":request", string(change.requestId()), ":one", number(1)));
        changes.values.put(":newest", number(ItemVersions.META));
        if (!home.region().isEmpty()) {
            changes.values.put(":home", string(home.region()));
        }
        change.expected().ifPresent(revision -> changes.values.put(":revision", number(revision)));
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.meta(session))
                .updateExpression("SET revision = if_not_exists(revision, created_at) + :one, change_id = :request"
                        + changes.set + changes.remove())
                .conditionExpression("expires_at > :now AND v <= :newest"
                        + " AND (attribute_not_exists(change_id) OR change_id <> :request)"
                        + (home.region().isEmpty() ? "" : " AND (attribute_not_exists(home) OR home = :home)")
                        + (change.expected().isEmpty()
                                ? ""
                                : " AND (revision = :revision"
                                        + " OR (attribute_not_exists(revision) AND created_at = :revision))"))
                .expressionAttributeNames(changes.names.isEmpty() ? null : changes.names)
                .expressionAttributeValues(changes.values)
                .returnValues("ALL_NEW")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
    }
    // end::update[]

    /** What to set and what to remove; names are aliases, because some of them are reserved words. */
    private static final class Assignments {
        private final StringBuilder set = new StringBuilder();
        private final List<String> removed = new ArrayList<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, AttributeValue> values = new HashMap<>();

        void text(String alias, Optional<String> text) {
            text.ifPresent(value -> assign(alias, value.isEmpty(), string(value)));
        }

        void map(String alias, Optional<Map<String, String>> map) {
            map.ifPresent(values -> assign(alias, values.isEmpty(), Items.map(values)));
        }

        private void assign(String alias, boolean empty, AttributeValue value) {
            names.put(alias, alias.substring(1));
            if (empty) {
                removed.add(alias);
            } else {
                String placeholder = ":" + alias.substring(1);
                set.append(", ").append(alias).append(" = ").append(placeholder);
                values.put(placeholder, value);
            }
        }

        String remove() {
            return removed.isEmpty() ? "" : " REMOVE " + String.join(", ", removed);
        }
    }

    private static Work<Updated> changed(Map<String, AttributeValue> item) {
        return Work.billed(bill -> new Updated.Changed(Items.metadata(item), bill));
    }

    private Work<Updated> judge(SessionId session, Change change, Map<String, AttributeValue> item, Instant now) {
        if (item == null || item.isEmpty()) {
            return Work.billed(Updated.Absent::new);
        }
        Meta meta = Items.meta(session, item);
        if (meta.expired(now)) {
            return Work.billed(Updated.Absent::new);
        }
        if (!home.isOf(meta)) {
            return home.refuse(meta);
        }
        boolean mine = string(change.requestId()).equals(item.get("change_id"));
        return mine ? changed(item) : Work.billed(bill -> new Updated.Conflict(Items.metadata(item), bill));
    }
}
