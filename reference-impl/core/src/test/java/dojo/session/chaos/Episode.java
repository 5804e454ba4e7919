package dojo.session.chaos;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.capacity.CapacitySettings;
import dojo.lab.conflict.ConflictSettings;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.lab.fault.RuleCount;
import dojo.lab.law.Law;
import dojo.lab.pace.PaceSettings;
import dojo.lab.replication.ReplicationSettings;
import dojo.lab.time.Scenario.Work;
import dojo.lab.time.VirtualClock;
import dojo.session.SessionId;
import dojo.session.chaos.History.Look;
import dojo.session.dynamo.Raw;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/**
 * A few bad days of a few sessions: a storm, a calm in which everything left undone is done, some time, and again.
 *
 * <p>Everything in it follows from its seed.
 */
final class Episode {
    static final int WRITERS = 8;
    private static final int SESSIONS = 5;
    private static final int STORMS = 2;
    private static final Duration SECONDS = Duration.ofSeconds(2);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(90), Duration.ofHours(30), Duration.ofDays(9));

    /** A rule of the database's faults, and what to count its strikes as. */
    private record Bad(FaultRule rule, Trouble trouble) {}

    private static final List<Bad> FAULTS = List.of(
            new Bad(FaultRule.of(Fault.INTERNAL_SERVER_ERROR).probability(0.01), Trouble.SERVER_ERROR),
            new Bad(FaultRule.of(Fault.SERVICE_UNAVAILABLE).probability(0.01), Trouble.SERVER_ERROR),
            new Bad(FaultRule.of(Fault.CONNECTION_RESET).probability(0.01), Trouble.CONNECTION_LOST),
            new Bad(FaultRule.lostAnswer(Fault.INTERNAL_SERVER_ERROR).probability(0.03), Trouble.LOST_ANSWER),
            new Bad(FaultRule.lostAnswer(Fault.CONNECTION_RESET).probability(0.02), Trouble.LOST_ANSWER));

    private final long seed;
    private final int operations;
    private final Tally tally = new Tally();
    private final Census census = new Census(tally);
    private final Chronicle chronicle = new Chronicle();
    private Together together = Together.IN_TURNS;
    private List<Report> reports = List.of();

    private Episode(long seed, int operations) {
        this.seed = seed;
        this.operations = operations;
    }

    /** @param own laws of the caller's making, for instance to break the memory's requests */
    static Episode run(long seed, int operations, Law... own) {
        return of(seed, operations).play(own);
    }

    /** An episode still to be played. */
    static Episode of(long seed, int operations) {
        return new Episode(seed, operations);
    }

    Episode on(Together other) {
        together = other;
        return this;
    }

    Tally tally() {
        return tally;
    }

    List<Report> reports() {
        return reports;
    }

    List<History> histories() {
        return chronicle.histories();
    }

    private static Laws laws(long seed) {
        return Laws.off()
                .seed(seed)
                .with(new FaultSettings(FAULTS.stream().map(Bad::rule).toList()))
                .with(CapacitySettings.real().scaledBy(0.05))
                .with(ConflictSettings.real())
                .with(PaceSettings.real())
                .with(ReplicationSettings.real().followerLag(Duration.ofMillis(800), Duration.ofSeconds(8)))
                .with(ExpirySettings.real().lag(Duration.ofHours(1), Duration.ofHours(48)));
    }

    Episode play(Law... own) {
        Law[] all = Stream.concat(Stream.of(own), Stream.of(census)).toArray(Law[]::new);
        VirtualClock clock = new VirtualClock();
        try (Lab lab = Lab.under(laws(seed), clock, all)) {
            String table = lab.newTableName();
            create(lab.backstage(), table);
            Raw raw = new Raw(lab.backstage(), table);
            List<SessionId> sessions = IntStream.range(0, SESSIONS)
                    .mapToObj(i -> SessionId.of("s" + i))
                    .toList();
            Stage stage = new Stage(lab, table, raw, chronicle, tally, new Inbox(), sessions, new AtomicInteger());
            SplittableRandom random = new SplittableRandom(seed);
            for (int storm = 1; storm <= STORMS; storm++) {
                weather(stage, random.split(), (long) operations * storm / STORMS);
                clock.advance(PAUSES.get(random.nextInt(PAUSES.size())));
            }
            lab.law(FaultLaw.class).counts().forEach(this::count);
            chronicle.histories().forEach(this::count);
            reports = Report.of(seed, chronicle.histories(), census, lab.trace().lines());
        }
        return this;
    }

    /** Nobody reads the stream here, and keeping one is a good part of what a write costs the store of the lab. */
    private static void create(DynamoDbClient backstage, String table) {
        backstage.createTable(SessionTable.definition(table).toBuilder()
                .streamSpecification((StreamSpecification) null)
                .build());
        backstage.updateTimeToLive(update -> update.tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName("ttl").enabled(true)));
    }

    private void weather(Stage stage, SplittableRandom random, long until) {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            // From five seconds behind to five seconds ahead.
            Duration skew =
                    Checker.SKEW.multipliedBy(2L * i).dividedBy(WRITERS - 1).minus(Checker.SKEW);
            writers.add(new Writer(i, stage, random.split(), skew));
        }
        Stranger stranger = new Stranger(stage, random.split());
        stage.lab().law(FaultLaw.class).resume();
        Map<String, Work> storm = new LinkedHashMap<>();
        writers.forEach(writer -> storm.put(writer.name(), () -> writer.storm(until)));
        storm.put("stranger", () -> stranger.storm(until));
        together.run(stage.lab().clock(), random.nextLong(), storm);

        stage.lab().law(FaultLaw.class).pause();
        Map<String, Work> calm = new LinkedHashMap<>();
        writers.forEach(writer -> calm.put(writer.name(), writer::calm));
        together.run(stage.lab().clock(), random.nextLong(), calm);
        for (SessionId session : stage.sessions()) {
            chronicle.note(
                    session,
                    new Look(
                            chronicle.tick(),
                            stage.lab().clock().instant(),
                            stage.raw().stored(session)));
        }
    }

    private void count(History history) {
        tally.met(Trouble.STALE_READ, Checker.judge(history).staleReads());
        long off = history.ops().stream()
                .filter(op -> op.span().skew().abs().compareTo(SECONDS) > 0)
                .count();
        tally.met(Trouble.CLOCK_OFF_BY_SECONDS, off);
    }

    private void count(RuleCount count) {
        FAULTS.stream()
                .filter(bad -> bad.rule().equals(count.rule()))
                .forEach(bad -> tally.met(bad.trouble(), count.struck()));
    }
}
