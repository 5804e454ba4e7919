package dojo.session.handoff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys whose exports are taken in: old ones stay here as long as exports signed by them are about. Immutable. */
public final class KnownKeys {
    private final Map<String, VerifyingKey> byId;

    private KnownKeys(Map<String, VerifyingKey> byId) {
        this.byId = byId;
    }

    /**
     * These keys.
     *
     * @throws IllegalArgumentException if two have one id
     */
    public static KnownKeys of(VerifyingKey... keys) {
        Map<String, VerifyingKey> byId = new HashMap<>();
        for (VerifyingKey key : keys) {
            if (byId.put(key.id(), key) != null) {
                throw new IllegalArgumentException(
                        "Two keys have the id \"" + key.id() + "\": a key gets an id of its own when it is made.");
            }
        }
        return new KnownKeys(Map.copyOf(byId));
    }

    Optional<VerifyingKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
