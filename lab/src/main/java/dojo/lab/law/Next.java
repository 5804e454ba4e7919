package dojo.lab.law;

import dojo.lab.store.Store;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** The rest of the path behind a law: more laws, and at its end the store. */
@FunctionalInterface
public interface Next {

    /**
     * Answers the call.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException as the service would answer it
     */
    AwsResponse answer(Call call);

    /** The path through these laws, the outermost first, to the store, unless a law has chosen another one. */
    static Next through(List<? extends Law> laws, Store store) {
        Next path = call -> call.replica().orElse(store).execute(call.request());
        for (int i = laws.size() - 1; i >= 0; i--) {
            Law law = laws.get(i);
            Next rest = path;
            path = call -> law.apply(call, rest);
        }
        return path;
    }

    /** The path as a store for further requests on behalf of this call. */
    default Store onBehalfOf(Call call) {
        return new Store() {
            @Override
            public AwsResponse execute(AwsRequest request) {
                return answer(call.with(request));
            }

            @Override
            public void close() {
                // The path belongs to the lab.
            }
        };
    }
}
