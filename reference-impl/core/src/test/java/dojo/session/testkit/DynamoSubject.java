package dojo.session.testkit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A chat memory on an ordinary client: as many processes as are wanted, and a seam in the first. */
public final class DynamoSubject implements ConversationSubject {
    private final DynamoDbClient client;
    private final HandMovedClock clock;
    private final int window;
    private final Set<ConversationClaim> claims;
    private final Function<DynamoDbClient, ? extends ConversationStore> making;
    private final Seam seam = new Seam();
    private final ConversationStore store;

    private DynamoSubject(
            DynamoDbClient client,
            HandMovedClock clock,
            int window,
            Set<ConversationClaim> claims,
            Function<DynamoDbClient, ? extends ConversationStore> making) {
        this.client = client;
        this.clock = clock;
        this.window = window;
        this.claims = Set.copyOf(claims);
        this.making = making;
        this.store = making.apply(seam.in(client));
    }

    /**
     * What {@code making} makes of a client; it is asked again for each further process.
     *
     * @param clock moved by the kit; the store should run on it
     * @param window how many messages the store shows, at least 6
     * @param more what the store claims besides several processes, a clock and a seam
     */
    public static DynamoSubject of(
            DynamoDbClient client,
            HandMovedClock clock,
            int window,
            Set<ConversationClaim> more,
            Function<DynamoDbClient, ? extends ConversationStore> making) {
        Set<ConversationClaim> claims =
                EnumSet.of(ConversationClaim.SEVERAL_PROCESSES, ConversationClaim.CLOCK, ConversationClaim.SEAM);
        claims.addAll(more);
        return new DynamoSubject(client, clock, window, claims, making);
    }

    @Override
    public Set<ConversationClaim> claims() {
        return claims;
    }

    @Override
    public void add(String conversation, Said said) {
        store.add(conversation, said);
    }

    @Override
    public List<Said> history(String conversation) {
        return store.history(conversation);
    }

    @Override
    public List<Said> everything(String conversation) {
        return store.everything(conversation);
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public ConversationSubject anotherProcess() {
        return new DynamoSubject(client, clock, window, claims, making);
    }

    @Override
    public HandMovedClock clock() {
        return clock;
    }

    @Override
    public Seam seam() {
        return seam;
    }
}
