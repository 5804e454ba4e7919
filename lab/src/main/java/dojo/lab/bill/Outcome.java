package dojo.lab.bill;

import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** How a request ended, and what it costs either way. */
sealed interface Outcome {

    Cost cost();

    /**
     * The store did as asked.
     *
     * @param result what came of it, in a few words for the request line
     */
    record Answered(AwsResponse response, Cost cost, String result) implements Outcome {}

    /** The store, or a condition of the caller, said no. */
    record Refused(AwsServiceException reason, Cost cost) implements Outcome {}
}
