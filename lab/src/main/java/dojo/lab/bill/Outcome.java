package dojo.lab.bill;

import software.amazon.awssdk.awscore.AwsResponse;

/** How a request ended, and what it costs either way. */
sealed interface Outcome {

    Cost cost();

    /**
     * The store did as asked.
     *
     * @param result what came of it, in a few words for the request line
     */
    record Answered(AwsResponse response, Cost cost, String result) implements Outcome {}

    /**
     * The store, or a condition of the caller, said no.
     *
     * @param detail what the exception's name does not tell, in a few words for the request line; may be empty
     */
    record Refused(RuntimeException reason, Cost cost, String detail) implements Outcome {

        Refused(RuntimeException reason, Cost cost) {
            this(reason, cost, "");
        }
    }
}
