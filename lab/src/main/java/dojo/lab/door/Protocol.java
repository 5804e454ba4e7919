package dojo.lab.door;

import dojo.lab.law.Call;
import dojo.lab.law.Entrance;
import dojo.lab.store.Operation;
import dojo.lab.store.Store;
import dojo.lab.time.WallClock;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * DynamoDB's JSON protocol, whatever carries it: a target and a body in, a status and a body out.
 *
 * <p>What is wrong with a request is found in the order in which the service was seen to look: first the JSON, then the
 * target, then the types of the values. Safe for use by many threads.
 *
 * @see <a href="https://github.com/architect/dynalite/blob/main/test/connection.js">Answers of the service to awkward
 *     requests, written down as tests</a>
 */
final class Protocol {

    private static final String ITEMS = "DynamoDB_20120810.";
    private static final String STREAMS = "DynamoDBStreams_20120810.";

    private final Entrance entrance;

    Protocol(Store store) {
        entrance = store instanceof Entrance given
                ? given
                : new Entrance(call -> store.execute(call.request()), WallClock.system(), new AtomicLong());
    }

    /**
     * Answers a request, refusals included.
     *
     * @throws dojo.lab.law.ConnectionLost if the caller shall get no answer
     */
    Answer answer(String target, byte[] body) {
        Optional<Operation> operation = operation(target);
        if (operation.isEmpty()) {
            boolean fine = body.length == 0 || JsonCodec.isJson(body);
            return refused(fine ? JsonError.unknownOperation() : JsonError.malformed());
        }
        AwsRequest request;
        try {
            request = (AwsRequest) JsonCodec.decode(body, operation.get().requestBuilder());
        } catch (JsonMismatch mismatch) {
            return refused(JsonCodec.isJson(body) ? JsonError.mismatch(mismatch) : JsonError.malformed());
        } catch (IOException malformed) {
            return refused(JsonError.malformed());
        }
        return answer(request);
    }

    private Answer answer(AwsRequest request) {
        Call call = entrance.arriving(request);
        try {
            return new Answer(Answer.OK, JsonCodec.encode(entrance.answer(call)), call.requestId());
        } catch (AwsServiceException refused) {
            int status = refused.statusCode() == 0 ? Answer.BAD_REQUEST : refused.statusCode();
            return new Answer(status, JsonError.of(refused), call.requestId());
        }
    }

    private static Optional<Operation> operation(String target) {
        boolean streams = target.startsWith(STREAMS);
        if (!streams && !target.startsWith(ITEMS)) {
            return Optional.empty();
        }
        return Operation.named(target.substring(target.indexOf('.') + 1))
                .filter(operation -> operation.ofStreams() == streams);
    }

    private static Answer refused(byte[] body) {
        return new Answer(Answer.BAD_REQUEST, body, RequestIds.next());
    }
}
