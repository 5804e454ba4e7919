package dojo.c05_filters_and_scans.e3_sparse_worklist;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Something to be done by one worker, such as the summary of a long chat. */
public record Job(String id, String text, Instant submittedAt) {
    /** Reads a job from its attributes, in whichever item they stand. */
    public static Job of(Map<String, AttributeValue> item) {
        return new Job(
                item.get("job_id").s(),
                item.get("text").s(),
                Instant.ofEpochMilli(Long.parseLong(item.get("submitted_at").n())));
    }

    /** The key of the job in the table. */
    public static Map<String, AttributeValue> key(String id) {
        return Map.of("PK", AttributeValue.fromS("JOB#" + id), "SK", AttributeValue.fromS("JOB"));
    }

    /** The attributes of the job, without a key. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "job_id", AttributeValue.fromS(id),
                "text", AttributeValue.fromS(text),
                "submitted_at", AttributeValue.fromN(Long.toString(submittedAt.toEpochMilli())));
    }

    /** Text that sorts as the jobs do, the one that has waited longest first. */
    public String order() {
        return "%015d#%s".formatted(submittedAt.toEpochMilli(), id);
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return id;
    }
}
