package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.work.Work;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Reads the head of a session; an expired one is gone, whether TTL has deleted it or not. */
record ReadMeta(String table) {
    /** The head of a session that is alive. Costs 1 read unit, half of that if not strongly consistent. */
    Work<Optional<Meta>> of(SessionId session, boolean strong) {
        var get = GetItemRequest.builder()
                .tableName(table)
                .key(Keys.meta(session))
                .consistentRead(strong)
                .build();
        return Work.ask(get)
                .then(answer -> answer.hasItem()
                        ? Work.now()
                                .map(now -> Optional.of(Items.meta(session, answer.item()))
                                        .filter(meta -> !meta.expired(now)))
                        : Work.done(Optional.empty()));
    }
}
