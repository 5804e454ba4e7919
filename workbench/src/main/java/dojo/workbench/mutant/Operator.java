package dojo.workbench.mutant;

import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;

/** One kind of mistake in a request: every way to make it here, none where it cannot be made. */
@FunctionalInterface
interface Operator {

    List<Change<AwsRequest>> on(AwsRequest request);
}
