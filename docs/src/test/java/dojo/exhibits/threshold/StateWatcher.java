package dojo.exhibits.threshold;

import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** The first idea: a summary is due when the count stands at a multiple of twenty. */
record StateWatcher(Consumer<String> summarise) {

    // tag::state[]
    void onChange(Record record) {
        int turns = SummaryDesk.turns(record.dynamodb().newImage());
        if (turns > 0 && turns % SummaryDesk.EVERY == 0) {
            summarise.accept(session(record));
        }
    }
    // end::state[]

    private static String session(Record record) {
        return Objects.requireNonNull(record.dynamodb().keys().get("PK")).s();
    }
}
