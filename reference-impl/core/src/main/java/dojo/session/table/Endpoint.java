package dojo.session.table;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address of a DynamoDB to use instead of AWS, if somebody names one. */
final class Endpoint {
    static final String VARIABLE = "DYNAMODB_ENDPOINT";

    private Endpoint() {}

    static Optional<URI> named() {
        return of(System.getProperty(VARIABLE, System.getenv(VARIABLE)));
    }

    static Optional<URI> of(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(Endpoint::address);
    }

    private static URI address(String value) {
        try {
            URI address = URI.create(value.trim());
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through to the sentence below, which shows the value.
        }
        throw new IllegalArgumentException(VARIABLE + " is \"" + value
                + "\", which is no address: give one like http://localhost:8000, or unset it to use AWS.");
    }
}
