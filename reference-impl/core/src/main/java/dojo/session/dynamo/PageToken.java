package dojo.session.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.CustomerId;
import dojo.session.SessionId;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a page of a customer's list ended.
 *
 * <p>It names session and step, and not the customer: that goes into the check sum, so that a token of one customer is
 * of no use for another. Not a secret: who may list a customer's sessions is for the application to decide.
 */
final class PageToken {
    private static final String VERSION = "l1";

    private PageToken() {}

    static String of(CustomerId customer, long step, SessionId session) {
        String body = step + " " + session.value();
        return VERSION + "." + sum(customer, body) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes(UTF_8));
    }

    /** The key in the index after which to go on. */
    static Map<String, AttributeValue> read(CustomerId customer, String token) {
        try {
            String[] parts = token.split("\\.", 3);
            String body = new String(Base64.getUrlDecoder().decode(parts[2]), UTF_8);
            if (!parts[0].equals(VERSION) || !parts[1].equals(sum(customer, body))) {
                throw new IllegalArgumentException("version or check sum differs");
            }
            String[] fields = body.split(" ", 2);
            SessionId session = SessionId.of(fields[1]);
            return Map.of(
                    "GSI1PK", Keys.customer(customer),
                    "GSI1SK", Items.number(Long.parseLong(fields[0])),
                    "PK", Keys.session(session),
                    "SK", Keys.meta(session).get("SK"));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException(
                    "This is no page of the list of customer " + customer + ", or it was cut or changed on its way: \""
                            + token + "\". Begin with the first page.",
                    damaged);
        }
    }

    private static String sum(CustomerId customer, String body) {
        CRC32 crc = new CRC32();
        crc.update((VERSION + customer.value() + "#" + body).getBytes(UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
