package dojo.session.rivals;

import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpHeaders;

/** Counts the bytes of requests and answers as the client sends and receives them: the JSON, without HTTP's own lines. */
final class Wire implements ExecutionInterceptor {
    private final AtomicLong bytes = new AtomicLong();

    long bytes() {
        return bytes.get();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        count(context.httpRequest());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        count(context.httpResponse());
    }

    private void count(SdkHttpHeaders message) {
        message.firstMatchingHeader("Content-Length").map(Long::parseLong).ifPresent(bytes::addAndGet);
    }
}
