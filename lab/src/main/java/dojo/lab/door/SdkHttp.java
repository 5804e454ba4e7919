package dojo.lab.door;

import dojo.lab.law.ConnectionLost;
import java.io.IOException;
import java.net.SocketException;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Heads of requests and answers as the SDK's HTTP clients pass them. */
final class SdkHttp {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

    private SdkHttp() {}

    static String target(SdkHttpRequest request) {
        return request.firstMatchingHeader("X-Amz-Target").orElse("");
    }

    static SdkHttpFullResponse response(Answer answer) {
        return SdkHttpFullResponse.builder()
                .statusCode(answer.status())
                .putHeader("Content-Type", CONTENT_TYPE)
                .putHeader("Content-Length", Integer.toString(answer.body().length))
                .putHeader("x-amzn-RequestId", answer.requestId())
                .build();
    }

    /** What a client with a socket would have met; the SDK tries again after it. */
    static IOException reset(ConnectionLost lost) {
        SocketException reset = new SocketException("Connection reset: " + lost.getMessage());
        reset.initCause(lost);
        return reset;
    }
}
