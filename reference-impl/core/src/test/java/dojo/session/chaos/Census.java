package dojo.session.chaos;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.TraceLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Counts what the laws refuse, and remembers which requests were about which session. No law: it changes nothing. */
final class Census implements Law {
    private static final Set<String> THROTTLES =
            Set.of("ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded");
    private static final Set<String> CONFLICTS =
            Set.of("TransactionConflictException", "TransactionInProgressException");

    private final Tally tally;
    private final Map<Long, String> sessions = new HashMap<>();

    Census(Tally tally) {
        this.tally = tally;
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        synchronized (sessions) {
            sessions.put(call.number(), partition(call.request()));
        }
        try {
            return next.answer(call);
        } catch (AwsServiceException refusal) {
            String code = String.valueOf(refusal.awsErrorDetails().errorCode());
            String words = String.valueOf(refusal.getMessage());
            if (THROTTLES.contains(code) || words.contains("ThrottlingError")) {
                tally.met(Trouble.THROTTLED, 1);
            } else if (CONFLICTS.contains(code) || words.contains("TransactionConflict")) {
                tally.met(Trouble.TRANSACTION_CONFLICT, 1);
            }
            throw refusal;
        }
    }

    /** What the laws decided about requests for this session. */
    List<TraceLine> about(String session, List<TraceLine> lines) {
        synchronized (sessions) {
            return lines.stream()
                    .filter(line -> ("SESSION#" + session).equals(sessions.get(line.call())))
                    .toList();
        }
    }

    private static String partition(Object request) {
        if (request instanceof PutItemRequest put) {
            return text(put.item());
        }
        if (request instanceof GetItemRequest get) {
            return text(get.key());
        }
        if (request instanceof UpdateItemRequest update) {
            return text(update.key());
        }
        if (request instanceof QueryRequest query && query.hasExpressionAttributeValues()) {
            AttributeValue value = query.expressionAttributeValues().get(":pk");
            return value == null ? "" : String.valueOf(value.s());
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream()
                    .map(item -> item.put() != null
                            ? text(item.put().item())
                            : item.update() != null ? text(item.update().key()) : "")
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return "";
    }

    private static String text(Map<String, AttributeValue> item) {
        AttributeValue key = item.get("PK");
        return key == null ? "" : String.valueOf(key.s());
    }
}
