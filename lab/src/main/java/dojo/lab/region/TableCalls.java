package dojo.lab.region;

import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.region.RegionSettings.Tables;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Requests that create, change or describe a table, which may have replicas in other Regions. */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "Replicas have the same key and indexes and the same time-to-live setting.",
        source = RegionSettings.HOW_IT_WORKS)
@Fidelity(
        level = Level.OUR_MODEL,
        says = "A change to the settings of a table is made in all its Regions at once, capacity included.")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "A new replica answers requests while it is still being filled; the service keeps it closed until it is"
                + " ACTIVE.")
@Fidelity(level = Level.NOT_MODELLED, says = "Global tables of version 2017.11.29, and replicas in other accounts.")
record TableCalls(RegionLaw law, Regions regions) {

    AwsResponse apply(Call call, Next next) {
        AwsRequest request = call.request();
        if (request instanceof CreateTableRequest create) {
            return create(create, call, next);
        }
        if (request instanceof UpdateTableRequest update) {
            return update(update, call, next);
        }
        if (request instanceof DescribeTableRequest describe) {
            DescribeTableResponse answer = (DescribeTableResponse) next.answer(call);
            return global(describe.tableName())
                    .map(table -> (AwsResponse) answer.toBuilder()
                            .table(replicas(table).described(answer.table()))
                            .build())
                    .orElse(answer);
        }
        return request instanceof UpdateTimeToLiveRequest update ? timeToLive(update, call, next) : next.answer(call);
    }

    private AwsResponse create(CreateTableRequest create, Call call, Next next) {
        RegionSettings settings = regions.settings();
        Set<String> members = settings.replicas();
        if (settings.tables() != Tables.ALL || !members.contains(law.region())) {
            return next.answer(call);
        }
        boolean strong = settings.mode() == Mode.STRONG;
        if (strong && !create.localSecondaryIndexes().isEmpty()) {
            throw Refusals.validation(Replicas.NO_LOCAL_INDEXES);
        }
        Set<String> peers = new LinkedHashSet<>(members);
        peers.remove(law.region());
        for (String peer : peers) {
            if (Replicas.exists(regions.law(peer), create.tableName())) {
                throw Refusals.inUse("Table already exists: " + create.tableName() + " (in " + peer + ")");
            }
        }
        CreateTableRequest wanted = strong ? create : Replicas.streaming(create);
        CreateTableResponse answer = (CreateTableResponse) next.answer(call.with(wanted));
        peers.forEach(peer -> regions.law(peer).behind().execute(wanted));
        Optional<String> witness = settings.names().stream()
                .filter(name -> !members.contains(name))
                .findFirst();
        GlobalTable table = regions.extend(create.tableName(), settings.mode(), members, witness);
        return answer.toBuilder()
                .tableDescription(replicas(table).described(answer.tableDescription()))
                .build();
    }

    private AwsResponse update(UpdateTableRequest update, Call call, Next next) {
        String name = TableShapes.name(update.tableName());
        if (update.replicaUpdates().isEmpty()
                && update.globalTableWitnessUpdates().isEmpty()) {
            AwsResponse answer = next.answer(call);
            peers(name).forEach(peer -> regions.law(peer).behind().execute(update));
            return answer;
        }
        return UpdateTableResponse.builder()
                .tableDescription(new ReplicaUpdates(law, regions, next.onBehalfOf(call)).make(name, update))
                .build();
    }

    private AwsResponse timeToLive(UpdateTimeToLiveRequest update, Call call, Next next) {
        String name = TableShapes.name(update.tableName());
        Optional<GlobalTable> table = global(name);
        if (table.isPresent() && table.get().strong()) {
            throw Refusals.validation(Replicas.NO_TIME_TO_LIVE);
        }
        AwsResponse answer = next.answer(call);
        peers(name).forEach(peer -> regions.law(peer).behind().execute(update));
        return answer;
    }

    /** The global table of this name, if this Region has a replica of it. */
    private Optional<GlobalTable> global(String name) {
        return regions.table(TableShapes.name(name))
                .filter(table -> table.replicas().contains(law.region()));
    }

    /** The other Regions with a replica of the table. */
    private Set<String> peers(String name) {
        Set<String> peers =
                new LinkedHashSet<>(global(name).map(GlobalTable::replicas).orElse(Set.of()));
        peers.remove(law.region());
        return peers;
    }

    private Replicas replicas(GlobalTable table) {
        return new Replicas(law, regions, table);
    }
}
