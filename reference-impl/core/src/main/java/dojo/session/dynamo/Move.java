package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** That a session moved: which part of its log stays valid, and the epoch which continues it. */
record Move(long epoch, Segment cut, List<Segment> earlier, boolean forced) {
    static Map<String, AttributeValue> item(Meta before, Segment cut, long epoch, boolean forced) {
        return Map.of(
                "PK", Keys.session(before.session()),
                "SK", Keys.move(epoch),
                "v", number(ItemVersions.OTHERS),
                "cut", string(Segment.print(List.of(cut))),
                "earlier", string(Segment.print(before.earlier())),
                "forced", AttributeValue.fromBool(forced),
                "ttl", number(Items.metaTtl(before.life().kept())));
    }

    static Move of(Map<String, AttributeValue> item) {
        Items.checkVersion(item);
        return new Move(
                Keys.epoch(Items.text(item, "SK")),
                Segment.parse(Items.text(item, "cut")).get(0),
                Segment.parse(Items.textOr(item, "earlier", "")),
                Items.present(item, "forced").bool());
    }
}
