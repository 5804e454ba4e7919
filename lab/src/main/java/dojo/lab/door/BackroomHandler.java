package dojo.lab.door;

import dojo.lab.door.Backroom.Question;
import dojo.lab.door.Backroom.Saying;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * The way to the backroom, open to those who mean this machine.
 *
 * <p>A name on the web can be made to point at 127.0.0.1, and a page from there would then speak to the lab as if to its
 * own server. So whoever asks must have called us by a name of our own.
 */
final class BackroomHandler {

    private static final int MISDIRECTED = 421;

    private final Backroom backroom;
    private final String path;
    private final InetAddress bound;

    BackroomHandler(Backroom backroom, InetSocketAddress address) {
        this.backroom = backroom;
        path = "/" + backroom.name();
        bound = address.getAddress();
    }

    boolean takes(Request request) {
        String asked = Request.getPathInContext(request);
        return asked.equals(path) || asked.startsWith(path + "/");
    }

    void handle(Request request, Reply reply) throws IOException {
        String host = Request.getServerName(request);
        // Whoever gives the number of the address they reached was not led here by a name.
        if (!isOurs(host) && !host.equals(Request.getLocalAddr(request))) {
            send(
                    reply,
                    MISDIRECTED,
                    "\"" + host + "\" is not the name of this machine here. Ask for http://localhost:"
                            + Request.getLocalPort(request) + path + ".");
        } else if (RequestBody.read(request) instanceof RequestBody.Whole body) {
            Saying saying = backroom.answer(question(request, body));
            reply.json(
                    "application/json",
                    new Answer(saying.status(), saying.json().getBytes(StandardCharsets.UTF_8), RequestIds.next()));
        } else {
            send(reply, Answer.BAD_REQUEST, "The body cannot be read. Send a short JSON object.");
        }
    }

    /** The loopback address under its usual names, and the address that we were told to listen on. */
    private boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.[0-9]{1,3}){3}")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")
                || name.equals(bound.getHostAddress());
    }

    private Question question(Request request, RequestBody.Whole body) {
        String below = Request.getPathInContext(request).substring(path.length());
        Map<String, String> query = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        return new Question(
                request.getMethod(),
                below.replaceAll("^/+|/+$", ""),
                query,
                new String(body.bytes(), StandardCharsets.UTF_8));
    }

    private static void send(Reply reply, int status, String sentence) {
        reply.text(status, sentence + "\n");
    }
}
