package dojo.lab.door;

import dojo.lab.door.RequestBody.Unreadable;
import dojo.lab.law.ConnectionLost;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * DynamoDB as it looks on the wire.
 *
 * @see <a href="https://github.com/architect/dynalite/blob/main/test/connection.js">Answers of the service to awkward
 *     requests, written down as tests</a>
 */
final class WireHandler extends Handler.Abstract {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;

    private static final String JSON_1_0 = "application/x-amz-json-1.0";
    private static final Set<String> JSON = Set.of(JSON_1_0, "application/x-amz-json-1.1", "application/json");
    // The space at the end is the service's.
    private static final String HEALTHY = "healthy: dynamodb.us-east-1.amazonaws.com ";
    private static final String UNKNOWN = "<UnknownOperationException/>\n";
    private static final String FROM_A_PAGE =
            "A page in a browser sent this. The lab checks no signature, so it answers no page: any page on the web could"
                    + " otherwise read and change what is in it. Use an SDK outside a browser.\n";

    private final ByRegion protocols;
    private final BackroomHandler backroom;

    WireHandler(ByRegion protocols, BackroomHandler backroom) {
        this.protocols = protocols;
        this.backroom = backroom;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Reply reply = new Reply(request, response, callback);
        HttpFields head = request.getHeaders();
        if (head.contains(HttpHeader.ORIGIN)) {
            reply.text(FORBIDDEN, FROM_A_PAGE);
        } else if (backroom.takes(request)) {
            backroom.handle(request, reply);
        } else if (request.getMethod().equals("GET")) {
            reply.text(Answer.OK, HEALTHY);
        } else {
            post(request, reply);
        }
        return true;
    }

    private void post(Request request, Reply reply) throws IOException {
        RequestBody body = RequestBody.read(request);
        if (body instanceof RequestBody.TooLarge) {
            reply.empty(TOO_LARGE);
            return;
        }
        String type = contentType(request.getHeaders());
        boolean empty = body instanceof RequestBody.Whole whole && whole.bytes().length == 0;
        if (!request.getMethod().equals("POST") || (!empty && !JSON.contains(type))) {
            reply.text(NOT_FOUND, UNKNOWN);
            return;
        }
        String answerType = JSON.contains(type) ? type : "application/json";
        if (body instanceof Unreadable unreadable) {
            byte[] words = JsonError.serialization(unreadable.why());
            reply.json(answerType, new Answer(Answer.BAD_REQUEST, words, RequestIds.next()));
            return;
        }
        answer(request, ((RequestBody.Whole) body).bytes(), answerType, reply);
    }

    private void answer(Request request, byte[] body, String answerType, Reply reply) {
        Answer answer;
        try {
            answer = protocols.answer(head(request, "Authorization"), head(request, "X-Amz-Target"), body);
        } catch (ConnectionLost lost) {
            reset(request);
            reply.nothing(lost);
            return;
        } catch (RuntimeException defect) {
            answer = new Answer(Answer.INTERNAL, JsonError.defect(defect), RequestIds.next());
        }
        reply.json(answerType, answer);
    }

    private static String head(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
    }

    private static String contentType(HttpFields head) {
        String value = Optional.ofNullable(head.get(HttpHeader.CONTENT_TYPE)).orElse("");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    /** A close that lingers for no time is a reset, which is what a client sees of a machine that died. */
    private static void reset(Request request) {
        EndPoint socket = request.getConnectionMetaData().getConnection().getEndPoint();
        if (socket.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException gone) {
                // The caller has hung up already: nothing is left to reset.
            }
        }
        socket.close();
    }
}
