package dojo.lab;

import java.net.URI;
import java.util.Optional;

/** The address of a DynamoDB to use instead of our own, if the user names one. */
final class Endpoint {

    private Endpoint() {}

    static Optional<URI> named() {
        return Optional.ofNullable(System.getProperty(Lab.ENDPOINT, System.getenv(Lab.ENDPOINT)))
                .filter(value -> !value.isBlank())
                .map(Endpoint::address);
    }

    private static URI address(String value) {
        try {
            URI uri = URI.create(value.trim());
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through to the sentence below, which shows the value.
        }
        throw new IllegalArgumentException(Lab.ENDPOINT + " is '" + value
                + "', which is no address. Give one like http://localhost:8000, or unset it.");
    }
}
