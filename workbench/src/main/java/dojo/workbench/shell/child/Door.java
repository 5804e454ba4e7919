package dojo.workbench.shell.child;

import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Leads to the lab that is open now: what was made with {@code ddb} goes on working when the laws change.
 *
 * @param now the door of that lab
 */
record Door(Supplier<SdkHttpClient> now) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return now.get().prepareRequest(request);
    }

    @Override
    public String clientName() {
        return "DojoPrompt";
    }

    /** Every lab closes its own door. */
    @Override
    public void close() {}
}
