package dojo.lab.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a write ended, and what its items looked like on both sides of it.
 *
 * @param response the store's answer, unless it refused
 * @param refusal why the store refused, if it did
 * @param images the items that it was about to write, in the order of the request
 */
public record Written(Optional<AwsResponse> response, Optional<AwsServiceException> refusal, List<Image> images) {

    /**
     * One item around a write.
     *
     * @param write what was wanted
     * @param before the item as it was; empty if there was none
     * @param after the item as it is; empty if there is none
     */
    public record Image(ItemWrite write, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}

    /** The answer of a write that was not refused. */
    public AwsResponse answer() {
        return response.orElseThrow(() -> refusal.orElseThrow());
    }
}
