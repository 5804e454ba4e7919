package dojo.workbench.mutant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Seconds since 1970 that are written, or compared, as milliseconds. */
final class WrongUnit implements Operator {

    /** From 2001 to 2100: what a count or a price hardly is. */
    private static final BigDecimal EARLIEST = BigDecimal.valueOf(1_000_000_000L);

    private static final BigDecimal LATEST = BigDecimal.valueOf(4_102_444_800L);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    @Override
    public List<Change<AwsRequest>> on(AwsRequest request) {
        List<Change<AwsRequest>> changes = new ArrayList<>();
        for (Part part : Part.of(request)) {
            for (String member : List.of("Item", "ExpressionAttributeValues")) {
                Map<String, AttributeValue> values = Members.map(part.piece(), member);
                values.forEach((name, value) -> {
                    if (isInSeconds(value)) {
                        Map<String, AttributeValue> others = new LinkedHashMap<>(values);
                        others.put(name, millis(value));
                        changes.add(part.changed(
                                name + " in milliseconds", part.changed(piece -> Members.with(piece, member, others))));
                    }
                });
            }
        }
        return changes;
    }

    private static boolean isInSeconds(AttributeValue value) {
        if (value.type() != AttributeValue.Type.N) {
            return false;
        }
        BigDecimal number = new BigDecimal(value.n());
        return number.compareTo(EARLIEST) >= 0 && number.compareTo(LATEST) <= 0;
    }

    private static AttributeValue millis(AttributeValue seconds) {
        return AttributeValue.fromN(new BigDecimal(seconds.n()).multiply(MILLIS).toPlainString());
    }
}
