package dojo.lab.bill;

import dojo.lab.item.Items;
import dojo.lab.store.Store;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;

/** DeleteItem: the size of what is deleted, and the minimum if there was nothing. */
final class DeleteTariff extends WriteTariff<DeleteItemRequest> {

    DeleteTariff(Items items) {
        super(items);
    }

    @Override
    public String asks(DeleteItemRequest request, Store store) {
        var placeholders = new Placeholders(request.expressionAttributeNames(), request.expressionAttributeValues());
        return Clause.of(request.tableName())
                .key(request.key())
                .expression("if ", request.conditionExpression(), placeholders)
                .text();
    }

    @Override
    AwsResponse receipted(DeleteItemRequest request, AwsResponse answer, Cost cost) {
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        return ((DeleteItemResponse) answer)
                .toBuilder()
                        .consumedCapacity(receipt.forTable(request.tableName()))
                        .build();
    }
}
