package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.door.HttpDoor;
import dojo.lab.fault.FaultLaw;
import dojo.lab.region.RegionSettings;
import dojo.lab.time.WallClock;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Mixed load through the HTTP door under chaos.
 *
 * <p>Five seconds, or as long as {@code -Ddojo.soak=PT30M} says.
 */
class SoakTest {

    private static final String LENGTH = "PT5S";
    private static final int GUESTS = 8;
    /** What collectors, compilers and caches may add between two looks at the heap. */
    private static final long LEEWAY_BYTES = 48L << 20;

    @Test
    void chaos_leaks_nothing_blocks_nobody_and_loses_no_acknowledged_write() throws Exception {
        Laws laws = Laws.chaos().without(RegionSettings.class).seed(2026);
        try (Lab lab = Lab.under(laws, WallClock.system());
                HttpDoor door = lab.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                DynamoDbClient client = client(door.address())) {
            createTable(lab);
            List<SoakGuest> guests = new ArrayList<>();
            for (int i = 0; i < GUESTS; i++) {
                guests.add(new SoakGuest(client, i));
            }

            // The first part fills every cache; what grows after it is a leak.
            soak(guests, length().dividedBy(3));
            long before = heapAfterCollection();
            soak(guests, length().multipliedBy(2).dividedBy(3));
            long after = heapAfterCollection();

            lab.law(FaultLaw.class).pause();
            assertThat(guests).allSatisfy(guest -> {
                assertThat(guest.acknowledged()).isPositive();
                assertThat(guest.unexplained()).isEmpty();
                assertThat(guest.lost(lab.backstage())).isEmpty();
            });
            assertThat(after)
                    .as("heap after a collection, before it was %d", before)
                    .isLessThan(before + LEEWAY_BYTES);
            assertThat(ManagementFactory.getThreadMXBean().findDeadlockedThreads())
                    .isNull();
        }
    }

    private static void soak(List<SoakGuest> guests, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = guests.stream()
                .map(guest -> new Thread(() -> guest.stayUntil(end), "guest"))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            // A guest's last request may be retried for a while; one that hangs has met a deadlock.
            thread.join(time.toMillis() + TimeUnit.MINUTES.toMillis(2));
            assertThat(thread.isAlive())
                    .as(thread + " at " + List.of(thread.getStackTrace()))
                    .isFalse();
        }
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Duration length() {
        return Duration.parse(System.getProperty("dojo.soak", LENGTH));
    }

    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("soak", "soak")))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
                .build();
    }

    private static void createTable(Lab lab) {
        lab.backstage()
                .createTable(CreateTableRequest.builder()
                        .tableName(SoakGuest.TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("PK")
                                        .keyType(KeyType.HASH)
                                        .build(),
                                KeySchemaElement.builder()
                                        .attributeName("SK")
                                        .keyType(KeyType.RANGE)
                                        .build())
                        .attributeDefinitions(List.of("PK", "SK").stream()
                                .map(name -> AttributeDefinition.builder()
                                        .attributeName(name)
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                                .toList())
                        .build());
        lab.backstage().waiter().waitUntilTableExists(wait -> wait.tableName(SoakGuest.TABLE));
    }
}
