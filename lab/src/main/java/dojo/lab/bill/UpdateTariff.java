package dojo.lab.bill;

import dojo.lab.item.Items;
import dojo.lab.store.Store;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** UpdateItem: billed on the whole item, however little of it changes. */
final class UpdateTariff extends WriteTariff<UpdateItemRequest> {

    UpdateTariff(Items items) {
        super(items);
    }

    @Override
    public String asks(UpdateItemRequest request, Store store) {
        var placeholders = new Placeholders(request.expressionAttributeNames(), request.expressionAttributeValues());
        return Clause.of(request.tableName())
                .key(request.key())
                .expression("", request.updateExpression(), placeholders)
                .expression("if ", request.conditionExpression(), placeholders)
                .text();
    }

    @Override
    AwsResponse receipted(UpdateItemRequest request, AwsResponse answer, Cost cost) {
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        return ((UpdateItemResponse) answer)
                .toBuilder()
                        .consumedCapacity(receipt.forTable(request.tableName()))
                        .build();
    }
}
