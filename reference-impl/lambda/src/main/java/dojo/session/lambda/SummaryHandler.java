package dojo.session.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dojo.session.dynamo.TurnKey;
import dojo.session.summary.SummaryConsumer;
import dojo.session.summary.SummaryConsumer.Answer;
import dojo.session.summary.SummaryConsumer.Failure;
import dojo.session.summary.TurnWritten;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The function behind the stream of the table; {@code session-summaries.yaml} beside it says how to deploy it.
 *
 * <p>Answers with the records that have to come again, so the event source mapping must have
 * {@code ReportBatchItemFailures}. Begins no summary that the time left might not suffice for. Logs one line for each
 * failure and one for each batch that did something, with ids and numbers and never a word of a conversation. Used by
 * one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">AWS: partial batch
 *     responses</a>
 */
public final class SummaryHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final SummaryConsumer consumer;
    private final int reserveMillis;

    /**
     * As Lambda makes it: without a model, set up by the environment as {@link HandlerSettings} says.
     *
     * @throws IllegalArgumentException if a variable is missing or no number
     */
    public SummaryHandler() {
        this(HandlerSettings.of(System.getenv()));
    }

    private SummaryHandler(HandlerSettings settings) {
        this(settings.consumer(), settings.reserveMillis());
    }

    private SummaryHandler(SummaryConsumer consumer, int reserveMillis) {
        this.consumer = consumer;
        this.reserveMillis = reserveMillis;
    }

    /**
     * For a handler of your own, with a model: make the consumer in its constructor, and pass events on to this.
     *
     * @param reserveMillis begin no summary with less time left than this: more than the model may take
     */
    public static SummaryHandler of(SummaryConsumer consumer, int reserveMillis) {
        if (reserveMillis < 0) {
            throw new IllegalArgumentException("A reserve of " + reserveMillis
                    + " ms is no time: pass at least what one summary takes, for instance 15000.");
        }
        return new SummaryHandler(consumer, reserveMillis);
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        List<TurnWritten> turns = Optional.ofNullable(event.getRecords()).orElse(List.of()).stream()
                .map(SummaryHandler::turn)
                .flatMap(Optional::stream)
                .toList();
        Answer answer = consumer.consume(turns, () -> context.getRemainingTimeInMillis() >= reserveMillis);
        report(answer, context.getLogger());
        return new StreamsEventResponse(answer.failures().stream()
                .map(failure -> new BatchItemFailure(failure.sequenceNumber()))
                .toList());
    }

    /** The filter of the event source mapping says the same; whoever deploys without it must not pay for it. */
    private static Optional<TurnWritten> turn(DynamodbStreamRecord record) {
        if (!"INSERT".equals(record.getEventName())) {
            return Optional.empty();
        }
        Map<String, AttributeValue> keys = record.getDynamodb().getKeys();
        return TurnKey.of(text(keys, "PK"), text(keys, "SK"))
                .map(turn -> new TurnWritten(record.getDynamodb().getSequenceNumber(), turn.session(), turn.number()));
    }

    private static String text(Map<String, AttributeValue> keys, String name) {
        return Optional.ofNullable(keys.get(name)).map(AttributeValue::getS).orElse("");
    }

    private static void report(Answer answer, LambdaLogger log) {
        for (Failure failure : answer.failures()) {
            log.log("summary failed: session " + failure.session() + ", record " + failure.sequenceNumber() + ", "
                    + reason(failure.reason()) + "\n");
        }
        if (answer.written() > 0) {
            log.log("summaries written: " + answer.written() + ", sessions looked at: " + answer.looked() + ", "
                    + answer.bill() + "\n");
        }
    }

    /** Kinds and no messages: what a model's client throws may quote what it was told. */
    private static String reason(Throwable failure) {
        StringBuilder kinds = new StringBuilder(failure.getClass().getSimpleName());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            kinds.append(" by ").append(cause.getClass().getSimpleName());
        }
        return kinds.toString();
    }
}
