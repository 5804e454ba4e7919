package dojo.lab.bill;

import dojo.lab.store.Store;
import software.amazon.awssdk.awscore.AwsRequest;

/** Carries out the requests of one operation, and knows what they cost. */
interface Tariff<Q extends AwsRequest> {

    /** What is asked, in one clause for the request line: table, keys, and what decides the cost. */
    String asks(Q request, Store store);

    /**
     * Executes the request, and puts its cost into the answer if the caller wants it there.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if it was refused free of charge
     */
    Outcome settle(Q request, Store store);
}
