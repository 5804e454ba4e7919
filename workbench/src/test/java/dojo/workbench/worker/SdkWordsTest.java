package dojo.workbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class SdkWordsTest {

    private static AwsServiceException refused(String code, String said) {
        return DynamoDbException.builder().awsErrorDetails(details(code, said)).build();
    }

    private static AwsErrorDetails details(String code, String said) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(said).build();
    }

    private static String words(Throwable failure) {
        return SdkWords.of(failure).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConditionalCheckFailedException",
                "DuplicateItemException",
                "ExpiredIteratorException",
                "IdempotentParameterMismatchException",
                "InternalServerError",
                "ItemCollectionSizeLimitExceededException",
                "LimitExceededException",
                "ProvisionedThroughputExceededException",
                "ReplicatedWriteConflictException",
                "RequestLimitExceeded",
                "ResourceInUseException",
                "ResourceNotFoundException",
                "ThrottlingException",
                "TransactionConflictException",
                "TransactionInProgressException",
                "TrimmedDataAccessException",
                "ValidationException",
                "AccessDeniedException",
                "UnrecognizedClientException",
                "SerializationException"
            })
    void each_refusal_that_a_learner_can_meet_has_its_own_sentence_and_keeps_its_name(String code) {
        assertThat(words(refused(code, "So it is")))
                .contains(code)
                .doesNotContain("DynamoDB refused the request")
                .matches("(?s).*[.?]");
    }

    @Test
    void a_refusal_that_nobody_foresaw_is_quoted() {
        assertThat(words(refused("NewFangledException", "Try later")))
                .isEqualTo("DynamoDB refused the request (NewFangledException): Try later.");
    }

    @ParameterizedTest
    @CsvSource({
        "TableWriteKeyRangeThroughputExceeded, spread them over more partition keys",
        "IndexReadProvisionedThroughputExceeded, no provisioned capacity left for reads",
        "TableReadMaxOnDemandThroughputExceeded, the most reads that its owner allowed",
        "IndexWriteAccountLimitExceeded, the account has reached its limit for writes on an index",
        "SomethingNew, was throttled"
    })
    void a_throttle_says_which_limit_was_met_and_where(String reason, String sentence) {
        ThrottlingReason why = ThrottlingReason.builder()
                .reason(reason)
                .resource("arn:aws:dynamodb:us-east-1:1:table/sessions/index/by_customer")
                .build();
        Throwable failure = ProvisionedThroughputExceededException.builder()
                .throttlingReasons(why, why)
                .awsErrorDetails(details("ProvisionedThroughputExceededException", "Too fast"))
                .build();

        assertThat(words(failure)).contains(reason, sentence, "(by_customer)").containsOnlyOnce(reason);
    }

    static Stream<String> cancellations() {
        return Stream.of(
                "ConditionalCheckFailed",
                "ItemCollectionSizeLimitExceeded",
                "TransactionConflict",
                "ProvisionedThroughputExceeded",
                "ThrottlingError",
                "ValidationError");
    }

    @ParameterizedTest
    @MethodSource("cancellations")
    void each_reason_of_a_cancelled_transaction_is_explained(String code) {
        Throwable failure = TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code(code).build())
                .build();

        assertThat(words(failure)).contains("action 1: no objection; action 2: " + code + ".", code + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invalid KeyConditionExpression: reserved keyword: status | placeholder",
                "The provided key element does not match the schema | table's keys",
                "Query key condition not supported | begins_with",
                "Two document paths overlap with each other | touch a place once",
                "Cannot update attribute PK. This attribute is part of the key | Keys never change",
                "Item size has exceeded the maximum allowed size | 400 KB",
                "Provided list of item keys contains duplicates | once",
                "Consistent reads are not supported on global secondary indexes | eventually consistent",
                "The provided exclusive start key is invalid | lastEvaluatedKey",
                "Transaction request cannot include multiple operations on one item | each item once"
            })
    void a_request_that_cannot_be_accepted_comes_with_its_remedy(String said, String remedy) {
        assertThat(words(refused("ValidationException", said))).contains(said, remedy);
    }

    @Test
    void what_is_lost_on_the_way_may_have_been_done() {
        assertThat(words(ApiCallTimeoutException.create(100)))
                .contains("whether DynamoDB did what was asked is unknown");
        assertThat(words(SdkClientException.create(
                        "Unable to execute HTTP request: reset", new SocketException("Connection reset"))))
                .contains("Connection reset.", "unknown");
        assertThat(words(SdkClientException.create("Connection pool shut down")))
                .contains("closed before");
    }
}
