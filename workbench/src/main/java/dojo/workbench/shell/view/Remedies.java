package dojo.workbench.shell.view;

import java.util.List;

/** What to do about a request that was not answered. */
final class Remedies {
    private static final List<String> THROTTLED = List.of(
            "The SDK waits and tries again by itself, a few times. If that is not enough: spread the work over more partition"
                    + " keys, or send less at once.",
            "/heat shows which partition is hot; /clock +1s lets throughput come back.");
    private static final List<String> UNKNOWN = List.of(
            "Nobody can tell from the answer whether the request was carried out: it is safe to repeat only if doing it twice"
                    + " is the same as doing it once.");

    private Remedies() {}

    static List<String> of(String refusal) {
        return switch (refusal) {
            case "ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded" -> THROTTLED;
            case "InternalServerErrorException", "ConnectionLost", "ServiceUnavailable" -> UNKNOWN;
            case "ConditionalCheckFailedException" ->
                List.of("No law did this: the condition of the request did not hold for the item. It is an answer, and"
                        + " was paid for.");
            case "TransactionCanceledException" ->
                List.of("The reasons stand in cancellationReasons(), one for each item. The SDK does not repeat a"
                        + " transaction that another one cancelled: the caller decides.");
            case "TransactionConflictException" ->
                List.of("A transaction is at work on the item. It takes milliseconds: try again.");
            case "ResourceNotFoundException" ->
                List.of("There is no such table or index, or not yet: /table lists what a table has.");
            case "DynamoDbException", "ValidationException" ->
                List.of("The request makes no sense as it is; repeating it will not help.");
            default -> List.of();
        };
    }
}
