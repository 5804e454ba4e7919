package dojo.session.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One call of a function: how much time is left each time it asks, and what it logged. */
final class Invocation implements Context {
    private final Deque<Integer> remaining = new ArrayDeque<>();
    private int last;
    final List<String> lines = new ArrayList<>();

    /** The last of these answers is repeated. */
    Invocation(int... remainingMillis) {
        for (int millis : remainingMillis) {
            remaining.add(millis);
        }
    }

    @Override
    public int getRemainingTimeInMillis() {
        last = remaining.isEmpty() ? last : remaining.remove();
        return last;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String line) {
                lines.add(line.strip());
            }

            @Override
            public void log(byte[] line) {
                log(new String(line, StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public String getAwsRequestId() {
        return "request-1";
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/summaries";
    }

    @Override
    public String getLogStreamName() {
        return "stream-1";
    }

    @Override
    public String getFunctionName() {
        return "summaries";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-central-1:111122223333:function:summaries";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("A stream has no identity.");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("A stream has no client.");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1_024;
    }
}
