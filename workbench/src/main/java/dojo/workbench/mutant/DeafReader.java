package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What can be overheard in an answer: that there is more, that something was left undone, that it was refused. */
final class DeafReader {

    static final String STOPS = "the key of the next page ignored";

    private DeafReader() {}

    /** The answer without what says that it is not all. */
    static List<Change<AwsResponse>> on(AwsResponse answer) {
        List<Change<AwsResponse>> changes = new ArrayList<>();
        if (!Members.map(answer, "LastEvaluatedKey").isEmpty()) {
            changes.add(new Change<>(STOPS, Members.with(answer, "LastEvaluatedKey", null)));
        }
        for (String leftOver : List.of("UnprocessedItems", "UnprocessedKeys")) {
            if (!Members.map(answer, leftOver).isEmpty()) {
                changes.add(new Change<>("what was left over ignored", Members.with(answer, leftOver, null)));
            }
        }
        return changes;
    }

    /** Nothing, in place of the refusal. */
    static List<Change<AwsResponse>> on(AwsServiceException refusal, AwsResponse nothing) {
        return List.of(new Change<>(refusal.getClass().getSimpleName() + " swallowed", nothing));
    }
}
