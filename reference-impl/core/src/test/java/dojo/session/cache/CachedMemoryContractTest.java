package dojo.session.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Pause;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.MemorySubject;
import dojo.session.testkit.SessionMemoryContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** To one process, a memory behind the cache is a memory: the whole contract, with loads that the cache may answer. */
@WithLab
@WithTable(
        partitionKey = "PK",
        sortKey = "SK",
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1-customer-sessions",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        sortKeyType = ScalarAttributeType.N))
class CachedMemoryContractTest implements SessionMemoryContract {
    private final Lab lab;
    private final LabTable table;
    private final List<ReadThrough> caches = new ArrayList<>();

    CachedMemoryContractTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
    }

    @Override
    public MemorySubject subject() {
        HandMovedClock clock = new HandMovedClock();
        ReadThrough cache = ReadThrough.with(CacheSettings.usual().clock(clock));
        caches.add(cache);
        MemorySettings settings =
                MemorySettings.usual().clock(clock).pause(Pause.NONE).layer(cache);
        return MemorySubject.of(
                Eventually.loading(DynamoSessionMemory.on(lab.client(), table.name(), settings)), clock);
    }

    @AfterEach
    void it_was_the_cache_that_answered() {
        assertThat(caches.stream().mapToLong(cache -> cache.report().hits()).sum())
                .isGreaterThan(50);
    }
}
