package dojo.lab.conflict;

import dojo.lab.item.ItemKey;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Takes transactions that read through their two phases: nothing is locked, and nothing may have changed. */
record ReadTransactions(ConflictSettings settings, Site site, Ledger ledger, Durations durations) {

    AwsResponse execute(Call call, Next next, List<Optional<ItemKey>> items) {
        long since = ledger.latest();
        List<Optional<String>> obstacles = ledger.changed(items, since);
        if (obstacles.stream().allMatch(Optional::isEmpty)) {
            site.clock().pass(durations.around(settings.betweenReads(), call));
            obstacles = ledger.changed(items, since);
        }
        if (obstacles.stream().allMatch(Optional::isEmpty)) {
            return next.answer(call);
        }
        site.trace().say(call, ConflictLaw.NAME, Cancellation.words(obstacles));
        price(call, next);
        throw Cancellation.of(call, obstacles, List.of());
    }

    /** What was read in vain has its price all the same: it is read once more, and the answer thrown away. */
    private static void price(Call call, Next next) {
        try {
            next.answer(call);
        } catch (TransactionCanceledException priced) {
            // It is about to be cancelled in any case, for another reason.
        }
    }
}
