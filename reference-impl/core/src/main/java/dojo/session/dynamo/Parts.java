package dojo.session.dynamo;

import dojo.session.work.Work;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Content that is split over items of its own, beside the turn in the same partition. */
record Parts(String table) {
    /** Pieces by their sort keys. */
    record Pieces(Map<String, SdkBytes> bytes) {
        /** Empty if one is missing. */
        Optional<byte[]> of(Map<String, AttributeValue> item) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int number = 0; number < Form.parts(item); number++) {
                SdkBytes piece = bytes.get(Form.partKey(item, number).s());
                if (piece == null) {
                    return Optional.empty();
                }
                whole.writeBytes(piece.asByteArrayUnsafe());
            }
            return Optional.of(whole.toByteArray());
        }

        Pieces and(Pieces others) {
            Map<String, SdkBytes> all = new HashMap<>(bytes);
            all.putAll(others.bytes);
            return new Pieces(all);
        }
    }

    /** Unconditional: whoever writes this key writes these bytes. */
    Work<Boolean> write(Map<String, AttributeValue> item, byte[] content) {
        Work<Boolean> all = Work.done(true);
        for (int number = 0; number < Form.parts(item); number++) {
            PutItemRequest put = PutItemRequest.builder()
                    .tableName(table)
                    .item(Form.part(item, content, number))
                    .build();
            all = Work.both(all, Work.ask(put).map(written -> true), Boolean::logicalAnd);
        }
        return all;
    }

    /** The pieces of these turns' contents; an eventually consistent read that misses one is repeated strongly. */
    Work<Pieces> read(List<Map<String, AttributeValue>> items, boolean strong) {
        Work<Pieces> all = Work.done(new Pieces(Map.of()));
        var byEpoch = items.stream().collect(Collectors.groupingBy(item -> Keys.epoch(Items.text(item, "SK"))));
        for (var epoch : byEpoch.entrySet()) {
            all = Work.both(all, read(epoch.getKey(), epoch.getValue(), strong), Pieces::and);
        }
        return all.then(pieces ->
                strong || items.stream().allMatch(item -> pieces.of(item).isPresent())
                        ? Work.done(pieces)
                        : read(items, true));
    }

    private Work<Pieces> read(long epoch, List<Map<String, AttributeValue>> items, boolean strong) {
        LongSummaryStatistics places = items.stream()
                .mapToLong(item -> Keys.position(Items.text(item, "SK")))
                .summaryStatistics();
        Keys.Range range = Keys.parts(epoch, places.getMin(), places.getMax());
        return Pages.of(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                        .expressionAttributeValues(Map.of(
                                ":pk", items.get(0).get("PK"),
                                ":first", range.first(),
                                ":last", range.last()))
                        .consistentRead(strong)
                        .build())
                .map(found -> new Pieces(found.stream()
                        .collect(Collectors.toMap(part -> Items.text(part, "SK"), part -> Items.bytes(part, "body")))));
    }
}
