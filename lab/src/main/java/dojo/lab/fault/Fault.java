package dojo.lab.fault;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.Locale;
import java.util.Set;

/** What can go wrong with a request. */
public enum Fault {
    /** The answer is a 500. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A 500 is worth another attempt; after one, a write may have been done or not.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html")
    INTERNAL_SERVER_ERROR("answered with a 500"),

    /** The answer is a 503. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A 503 says that the service cannot be reached for the moment, and is worth another attempt.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html")
    SERVICE_UNAVAILABLE("answered with a 503"),

    /** The connection breaks; the HTTP door resets the socket. */
    CONNECTION_RESET("cut off"),

    /** Nothing comes for as long as the rule says, by default for as long as an SDK waits; then the connection breaks. */
    NO_ANSWER("left without an answer"),

    /** The answer takes as long as the rule says before it comes. */
    SLOW("slow"),

    /** Some items of a batch are handed back as unprocessed; they were not read or written, and cost nothing. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says =
                    "A batch may be done in part: what was not done is handed back in UnprocessedItems or UnprocessedKeys.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html")
    PARTIAL_BATCH("done in part"),

    /** The iterator of a GetRecords is refused as too old. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A shard iterator expires 15 minutes after it was given out.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html")
    EXPIRED_ITERATOR("told that its iterator expired");

    private static final Set<String> BATCHES = Set.of("BatchGetItem", "BatchWriteItem");
    private static final Set<String> READS_OF_STREAMS = Set.of("GetRecords");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** What happens to the request, to follow "it is". */
    String words() {
        return words;
    }

    /** The name as a laws file spells it, such as {@code connection-reset}. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the request may have been carried out already when it goes wrong. */
    boolean hasMoments() {
        return this != PARTIAL_BATCH && this != EXPIRED_ITERATOR;
    }

    /** Whether it takes time. */
    boolean takesTime() {
        return this == SLOW || this == NO_ANSWER;
    }

    /** The only operations it can happen to; empty for all. */
    Set<String> operations() {
        return switch (this) {
            case PARTIAL_BATCH -> BATCHES;
            case EXPIRED_ITERATOR -> READS_OF_STREAMS;
            default -> Set.of();
        };
    }
}
