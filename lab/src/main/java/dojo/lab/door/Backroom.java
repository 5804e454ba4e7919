package dojo.lab.door;

import java.util.Map;

/** Where the HTTP door sends requests that are about the lab itself, and not about DynamoDB. */
public interface Backroom {

    /**
     * What is asked.
     *
     * @param method of HTTP
     * @param path below the backroom's own, without slashes around it
     * @param query the parameters of the address, the first of each name
     * @param body as sent, possibly empty
     */
    record Question(String method, String path, Map<String, String> query, String body) {}

    /**
     * What to say to it.
     *
     * @param status of HTTP
     * @param json one JSON object
     */
    record Saying(int status, String json) {}

    /** The first segment of the addresses that belong here. */
    String name();

    /** Answers; what makes no sense is answered, too, with a sentence. */
    Saying answer(Question question);
}
