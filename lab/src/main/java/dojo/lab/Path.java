package dojo.lab;

import dojo.lab.law.Law;
import dojo.lab.store.Store;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** One law, and behind it the rest of the path; seen from outside, a store. */
record Path(Law law, Store rest) implements Store {

    static Store through(List<Law> laws, Store store) {
        Store path = store;
        for (int i = laws.size() - 1; i >= 0; i--) {
            path = new Path(laws.get(i), path);
        }
        return path;
    }

    @Override
    public AwsResponse execute(AwsRequest request) {
        return law.apply(request, rest);
    }

    @Override
    public void close() {
        rest.close();
    }
}
