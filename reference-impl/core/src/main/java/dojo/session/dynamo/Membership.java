package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.CustomerId;
import dojo.session.SessionId;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * That a session was created for a customer, under the customer's own key: a strongly consistent query finds them all,
 * while an index may lag behind without a bound.
 *
 * <p>There is one for each session, also of those that used one id after the other; it outlives all items of its
 * session, so that none is left which erasure would not find.
 *
 * @param born the first epoch of the session
 */
record Membership(CustomerId customer, SessionId session, long born) {
    /** DynamoDB deletes expired items in any order, "typically within a few days": this one must not be first. */
    private static final Duration OUTLIVES = Duration.ofDays(30);

    static Map<String, AttributeValue> item(Meta meta, CustomerId customer) {
        return Map.of(
                "PK", Keys.customer(customer),
                "SK", Keys.membership(meta.session(), meta.born()),
                "v", number(ItemVersions.OTHERS),
                "ttl", number(Items.metaTtl(meta.life().kept()) + OUTLIVES.toSeconds()));
    }

    static Membership of(CustomerId customer, Map<String, AttributeValue> item) {
        String key = Items.text(item, "SK");
        int last = key.lastIndexOf('#');
        return new Membership(
                customer,
                SessionId.of(key.substring(key.indexOf('#') + 1, last)),
                Long.parseLong(key.substring(last + 1)));
    }

    Map<String, AttributeValue> key() {
        return Map.of("PK", Keys.customer(customer), "SK", Keys.membership(session, born));
    }
}
