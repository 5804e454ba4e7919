package dojo.workbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class FailureWordsTest {

    @Test
    void a_cancelled_transaction_names_the_action_that_objected() {
        Throwable failure = TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder()
                                .code("ConditionalCheckFailed")
                                .message("The conditional request failed")
                                .build())
                .build();
        assertThat(FailureWords.of(failure))
                .contains("action 1: no objection; action 2: ConditionalCheckFailed (The conditional request failed).");
    }

    @Test
    void a_false_condition_is_said_to_be_one() {
        assertThat(FailureWords.of(ConditionalCheckFailedException.builder()
                        .awsErrorDetails(details("ConditionalCheckFailedException", "The conditional request failed"))
                        .build()))
                .startsWith("DynamoDB refused a write because its condition was false");
    }

    @Test
    void a_reserved_word_comes_with_its_remedy() {
        assertThat(FailureWords.of(DynamoDbException.builder()
                        .awsErrorDetails(details(
                                "ValidationException",
                                "Invalid KeyConditionExpression: Attribute name is a reserved keyword; reserved"
                                        + " keyword: status"))
                        .build()))
                .contains("reserved keyword: status.", "placeholder (#name)");
    }

    @Test
    void a_stack_trace_inside_a_message_is_left_out() {
        String message = "Expecting code not to raise a throwable but caught\n  \"java.lang.IllegalStateException: no\n"
                + "\tat dojo.c01.Notes.of(Notes.java:12)\n\tat java.base/List.of(List.java:1)\n\t... 42 more\"";
        assertThat(FailureWords.of(new AssertionError(message)))
                .contains("IllegalStateException: no")
                .doesNotContain("Notes.java:12", "42 more");
    }

    @Test
    void elements_with_commas_of_their_own_stand_in_lines_of_their_own() {
        AssertionFailedError failure =
                new AssertionFailedError("differs", List.of("Yes, three", "No"), List.of("No", "Maybe"));

        assertThat(FailureWords.expected(failure)).contains("[Yes, three,\n No]");
        assertThat(FailureWords.actual(failure)).contains("[No, Maybe]");
    }

    @Test
    void expected_and_actual_are_kept_apart() {
        AssertionFailedError failure = new AssertionFailedError("differs", "two turns", "three turns");
        assertThat(FailureWords.expected(failure)).contains("two turns");
        assertThat(FailureWords.actual(failure)).contains("three turns");
    }

    @Test
    void an_exception_whose_message_throws_is_still_a_sentence() {
        Throwable hostile = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("gotcha");
            }
        };
        assertThat(FailureWords.of(hostile)).contains("cannot be read");
    }

    @Test
    void the_learners_line_nearest_to_the_root_is_found() {
        LearnerFrames frames = new LearnerFrames("dojo.c01", Map.of("Notes.java", "exercises/Notes.java"));
        Throwable root =
                at(new IllegalStateException("root"), new StackTraceElement("dojo.c01.Notes", "of", "Notes.java", 12));
        Throwable wrapped =
                at(new RuntimeException(root), new StackTraceElement("dojo.c01.Notes", "all", "Notes.java", 40));
        assertThat(frames.of(wrapped)).contains("exercises/Notes.java:12");
        assertThat(frames.of(at(
                        new RuntimeException(), new StackTraceElement("dojo.c01.NotesTest", "t", "NotesTest.java", 3))))
                .isEmpty();
    }

    private static Throwable at(Throwable failure, StackTraceElement frame) {
        failure.setStackTrace(new StackTraceElement[] {frame});
        return failure;
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }
}
