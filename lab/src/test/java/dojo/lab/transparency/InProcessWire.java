package dojo.lab.transparency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/** The in-process door as the SDK's pipeline sees it, without the pipeline: bytes in, bytes out. */
record InProcessWire(SdkHttpClient client) implements Door {

    @Override
    public Answer ask(Ask ask) throws IOException {
        byte[] body = ask.body();
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://lab.invalid/"))
                .putHeader("X-Amz-Target", ask.target())
                .contentStreamProvider(ContentStreamProvider.fromByteArrayUnsafe(body))
                .build();
        HttpExecuteResponse response = client.prepareRequest(HttpExecuteRequest.builder()
                        .request(request)
                        .contentStreamProvider(ContentStreamProvider.fromByteArrayUnsafe(body))
                        .build())
                .call();
        try (InputStream answer = response.responseBody()
                .orElseGet(() -> AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))) {
            return new Answer(response.httpResponse().statusCode(), Json.asObject(Json.parse(answer.readAllBytes())));
        }
    }
}
