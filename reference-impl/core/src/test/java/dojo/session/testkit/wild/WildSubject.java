package dojo.session.testkit.wild;

import dojo.session.testkit.ConversationClaim;
import dojo.session.testkit.ConversationSubject;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.Said;
import dojo.session.testkit.Seam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An exhibit, as the kit wants to hold it. */
final class WildSubject implements ConversationSubject {
    private final DynamoDbClient client;
    private final HandMovedClock clock;
    private final Function<DynamoDbClient, WildStore> making;
    private final Set<ConversationClaim> claims;
    private final Seam seam = new Seam();
    private final WildStore store;

    /** @param more what this exhibit believes it can do, besides what all of them let the kit do */
    WildSubject(
            DynamoDbClient client,
            HandMovedClock clock,
            Function<DynamoDbClient, WildStore> making,
            Set<ConversationClaim> more) {
        this.client = client;
        this.clock = clock;
        this.making = making;
        this.claims = EnumSet.of(ConversationClaim.SEVERAL_PROCESSES, ConversationClaim.CLOCK, ConversationClaim.SEAM);
        this.claims.addAll(more);
        this.store = making.apply(seam.in(client));
    }

    @Override
    public Set<ConversationClaim> claims() {
        return Set.copyOf(claims);
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
    public int window() {
        return WildStore.WINDOW;
    }

    @Override
    public List<Said> everything(String conversation) {
        return store.everything(conversation);
    }

    @Override
    public ConversationSubject anotherProcess() {
        return new WildSubject(client, clock, making, claims);
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
