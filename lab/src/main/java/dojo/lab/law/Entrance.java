package dojo.lab.law;

import dojo.lab.store.Store;
import dojo.lab.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** Where requests become calls: numbered, and told the time. Safe for use by many threads. */
public final class Entrance implements Store {

    private final Next path;
    private final Clock clock;
    private final AtomicLong calls;

    /** @param calls counts the calls; shared by all entrances of a lab */
    public Entrance(Next path, Clock clock, AtomicLong calls) {
        this.path = path;
        this.clock = clock;
        this.calls = calls;
    }

    /** The request as a call that has just arrived, after everything that was due by then. */
    public Call arriving(AwsRequest request) {
        clock.catchUp();
        return Call.arriving(calls.incrementAndGet(), clock.instant(), request);
    }

    /**
     * Answers a call that has arrived here.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException as the service would answer it
     */
    public AwsResponse answer(Call call) {
        return path.answer(call);
    }

    @Override
    public AwsResponse execute(AwsRequest request) {
        return answer(arriving(request));
    }

    @Override
    public void close() {
        // The store at the end of the path belongs to the lab.
    }
}
