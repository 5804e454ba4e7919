package dojo.lab.conflict;

import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes transactions that write through their two phases.
 *
 * <p>The service judges conditions when it prepares an item. Here the store judges them when it commits, which comes to
 * the same: in between, nobody else may write the item.
 */
final class WriteTransactions {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A client request token has at most 36 characters.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html",
            fact = "token.length",
            unit = "characters")
    private static final int LONGEST_TOKEN = 36;

    private final ConflictSettings settings;
    private final Site site;
    private final Ledger ledger;
    private final Durations durations;
    private final Tokens tokens;

    WriteTransactions(ConflictSettings settings, Site site, Ledger ledger, Durations durations) {
        this.settings = settings;
        this.site = site;
        this.ledger = ledger;
        this.durations = durations;
        this.tokens = new Tokens(site.clock(), settings.tokenWindow());
    }

    AwsResponse execute(Call call, Next next, Wanted wanted) {
        String token = wanted.token();
        if (token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
            // Without a token, or with one that the store is going to refuse.
            return attempt(call, next, wanted);
        }
        if (isReplay(call, token, wanted)) {
            return wanted.replayed(call, site.items());
        }
        boolean committed = false;
        try {
            AwsResponse answer = attempt(call.with(wanted.withoutToken()), next, wanted);
            committed = true;
            return answer;
        } finally {
            tokens.end(token, committed);
        }
    }

    /** The trace does not name the token: an SDK makes one up for each call, by chance. */
    private boolean isReplay(Call call, String token, Wanted wanted) {
        try {
            OptionalLong before = tokens.begin(token, wanted.fingerprint(), call.number());
            before.ifPresent(number -> say(
                    call,
                    "committed in call " + number
                            + " already, which had the same token: nothing is written, the items are read"));
            return before.isPresent();
        } catch (AwsServiceException refusal) {
            say(call, "refused for its token: " + refusal.awsErrorDetails().errorMessage());
            throw refusal;
        }
    }

    private AwsResponse attempt(Call call, Next next, Wanted wanted) {
        Transaction transaction = new Transaction(call.number(), site.clock().instant());
        pass(call, settings.timestampToPrepare());
        List<Optional<String>> obstacles = ledger.prepare(transaction, wanted.items());
        if (obstacles.stream().anyMatch(Optional::isPresent)) {
            say(call, Cancellation.words(obstacles));
            throw Cancellation.of(call, obstacles, judged(call, next, wanted, obstacles));
        }
        try {
            pass(call, settings.prepareToCommit());
            return next.answer(call);
        } finally {
            ledger.release(transaction, wanted.items());
        }
    }

    /** What the store has to say about the actions that meet nobody; the price comes with it. */
    private static List<CancellationReason> judged(
            Call call, Next next, Wanted wanted, List<Optional<String>> obstacles) {
        @Nullable AwsRequest doomed = wanted.doomed(obstacles);
        if (doomed == null) {
            return List.of();
        }
        try {
            next.answer(call.with(doomed));
            throw new IllegalStateException("A transaction committed although its condition cannot be met: " + doomed);
        } catch (TransactionCanceledException judged) {
            return judged.cancellationReasons();
        }
    }

    private void pass(Call call, Duration mean) {
        site.clock().pass(durations.around(mean, call));
    }

    private void say(Call call, String words) {
        site.trace().say(call, ConflictLaw.NAME, words);
    }
}
