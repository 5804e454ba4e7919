package dojo.lab.item;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Has an update answer with the item it leaves, which saves a read; the caller gets what the caller asked for.
 *
 * @param request the request to send
 * @param added whether the caller did not ask for the new image
 * @param answers whether the answer holds it
 */
record NewImage(AwsRequest request, boolean added, boolean answers) {

    static NewImage of(AwsRequest request) {
        if (!(request instanceof UpdateItemRequest update)) {
            return new NewImage(request, false, false);
        }
        @Nullable ReturnValue wanted = update.returnValues();
        if (wanted == null || wanted == ReturnValue.NONE) {
            return new NewImage(
                    update.toBuilder().returnValues(ReturnValue.ALL_NEW).build(), true, true);
        }
        return new NewImage(request, false, wanted == ReturnValue.ALL_NEW);
    }

    /** The item as the update left it, if the answer tells. */
    Optional<Map<String, AttributeValue>> image(AwsResponse answer) {
        return answers && answer instanceof UpdateItemResponse update
                ? Optional.of(update.attributes())
                : Optional.empty();
    }

    /** The answer as the caller asked for it. */
    AwsResponse answer(AwsResponse answer) {
        return added && answer instanceof UpdateItemResponse update
                ? update.toBuilder().attributes(null).build()
                : answer;
    }
}
