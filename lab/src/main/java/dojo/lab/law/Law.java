package dojo.lab.law;

import software.amazon.awssdk.awscore.AwsResponse;

/**
 * One behaviour of the real service that DynamoDB Local leaves out, standing between a client and the store.
 *
 * <p>A law may answer by itself, change what it hands on, or change what comes back. Many threads call it at once.
 */
@FunctionalInterface
public interface Law {

    /**
     * Answers the call, usually by way of {@code next}: the remaining laws, and then the store.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException as the service would answer it
     */
    AwsResponse apply(Call call, Next next);

    /** Gives back what the law holds: its lab is closing, and no call is on its way any more. */
    default void close() {}
}
