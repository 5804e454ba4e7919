package dojo.lab.bill;

import dojo.lab.item.Items;
import dojo.lab.store.Store;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** PutItem: what was there before counts too, if it was larger. */
final class PutTariff extends WriteTariff<PutItemRequest> {

    PutTariff(Items items) {
        super(items);
    }

    @Override
    public String asks(PutItemRequest request, Store store) {
        var placeholders = new Placeholders(request.expressionAttributeNames(), request.expressionAttributeValues());
        return Clause.of(request.tableName())
                .key(shape(request.tableName()).keyOf(request.item()))
                .expression("if ", request.conditionExpression(), placeholders)
                .text();
    }

    @Override
    AwsResponse receipted(PutItemRequest request, AwsResponse answer, Cost cost) {
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        return ((PutItemResponse) answer)
                .toBuilder()
                        .consumedCapacity(receipt.forTable(request.tableName()))
                        .build();
    }
}
