package dojo.lab.stream;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * How a poller reads and delivers, in the terms of an event source mapping of AWS Lambda.
 *
 * @param latest whether to begin with what is written from now on; otherwise with the oldest record there is
 * @param batchSize the most records in a batch
 * @param batchingWindow how long to gather records before a batch that is not full is delivered
 * @param retryAttempts how often a failed batch is tried again; without a limit if empty
 * @param recordAge how old a record may be when it is delivered; as old as the stream keeps any if empty
 * @param bisect whether a failed batch is split in two
 * @param reportItemFailures whether failures that the handler reports are listened to
 * @param parallelizationFactor how many batches of one shard are under way at a time, each for other items
 * @param lostAcknowledgements how often, from 0 to 1, a batch is delivered again although the handler was done with it
 */
record PollerSettings(
        @Fidelity(level = Level.DOCUMENTED, says = "Lambda begins at TRIM_HORIZON or at LATEST.", source = SOURCE)
        @Fidelity(
                level = Level.OUR_MODEL,
                says =
                        "LATEST is the moment in which the poller is started; Lambda takes minutes, and can miss records.")
        boolean latest,

        @Fidelity(level = Level.DOCUMENTED, says = "A batch has at most 100 records, or up to 10,000.", source = SOURCE)
        int batchSize,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Lambda waits up to 300 seconds to fill a batch, not at all by default.",
                source = SOURCE)
        Duration batchingWindow,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A failed batch is tried again until its records expire, or up to 10,000 times.",
                source = SOURCE)
        Optional<Integer> retryAttempts,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Records older than an age from a minute to a week are discarded; none by default.",
                source = SOURCE)
        Optional<Duration> recordAge,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A failed batch can be split in two, which takes none of its retries.",
                source = "https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html")
        boolean bisect,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A handler can report failed records; the batch is tried again from the earliest of them on.",
                source = "https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html")
        boolean reportItemFailures,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Up to ten batches of a shard are processed at a time, in order for each item.",
                source = "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html")
        int parallelizationFactor,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Lambda delivers each batch at least once; duplicates can occur.",
                source = "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html")
        @Fidelity(level = Level.OUR_MODEL, says = "How often that is, is set and drawn; never unless set.")
        double lostAcknowledgements) {

    private static final String SOURCE = "https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html";

    private static final int LARGEST_BATCH = 10_000;
    private static final int MOST_RETRIES = 10_000;
    private static final int MOST_PARALLEL = 10;
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);
    private static final Duration LEAST_AGE = Duration.ofSeconds(60);
    private static final Duration MOST_AGE = Duration.ofDays(7);

    public PollerSettings {
        check(batchSize >= 1 && batchSize <= LARGEST_BATCH, "batch size", batchSize, "from 1 to 10,000");
        check(
                !batchingWindow.isNegative() && batchingWindow.compareTo(LONGEST_WINDOW) <= 0,
                "batching window",
                batchingWindow,
                "from 0 to 300 seconds");
        retryAttempts.ifPresent(attempts -> check(
                attempts >= 0 && attempts <= MOST_RETRIES, "number of retry attempts", attempts, "from 0 to 10,000"));
        recordAge.ifPresent(age -> check(
                age.compareTo(LEAST_AGE) >= 0 && age.compareTo(MOST_AGE) <= 0,
                "record age",
                age,
                "from 60 seconds to 7 days"));
        check(
                parallelizationFactor >= 1 && parallelizationFactor <= MOST_PARALLEL,
                "parallelization factor",
                parallelizationFactor,
                "from 1 to 10");
        check(
                lostAcknowledgements >= 0 && lostAcknowledgements <= 1,
                "share of lost acknowledgements",
                lostAcknowledgements,
                "from 0 to 1");
    }

    private static void check(boolean fine, String what, Object value, String allowed) {
        if (!fine) {
            throw new IllegalArgumentException("The " + what + " is " + value + ". Give one " + allowed + ".");
        }
    }
}
