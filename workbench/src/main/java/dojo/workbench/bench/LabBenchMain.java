package dojo.workbench.bench;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.capacity.PartitionBench;
import dojo.lab.door.HttpDoor;
import dojo.lab.fault.FaultSettings;
import dojo.lab.pace.PaceSettings;
import dojo.lab.region.RegionSettings;
import dojo.lab.time.WallClock;
import dojo.workbench.worker.ParentLink;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The main class of the process that measures the lab: DynamoDB Local is not among the classes of the terminal's. */
public final class LabBenchMain {
    private static final int GUESTS = 4;
    private static final long DECISIONS = 200_000_000;

    private final Wire parent;
    private final int rounds;
    private final long roundMillis;

    private LabBenchMain(Wire parent, int rounds, long roundMillis) {
        this.parent = parent;
        this.rounds = rounds;
        this.roundMillis = roundMillis;
    }

    public static void main(String[] args) throws Exception {
        try (Wire parent = ParentLink.connect()) {
            int rounds = parent.receive().orElseThrow().path("rounds").asInt();
            new LabBenchMain(parent, rounds, 1_000).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        inProcess();
        overHttp();
        underLaws();
        say("partition law alone", PartitionBench.run(DECISIONS), 10_000_000);
        parent.send(Wire.message().put("end", true));
    }

    private void inProcess() throws IOException {
        AmazonDynamoDBLocal bare = DynamoDBEmbedded.create(true);
        try (Lab lab = Lab.open()) {
            Contest contest = new Contest(Turns.on(lab.client()), Turns.on(bare.dynamoDbClient()), 1);
            say("in process, laws off, with bill", "embedded", contest.run(rounds, roundMillis), 0.5);
        } finally {
            bare.shutdownNow();
        }
    }

    /** What the laws take by themselves: waiting, failing and refusing are what they are for, and cost no work. */
    private void underLaws() throws IOException {
        Laws laws = Laws.real()
                .without(PaceSettings.class)
                .without(FaultSettings.class)
                .without(RegionSettings.class);
        try (Lab lawful = Lab.under(laws);
                Lab lawless = Lab.under(Laws.off())) {
            Contest contest = new Contest(Turns.on(lawful.client()), Turns.on(lawless.client()), 1);
            say("in process, all laws on", "laws off", contest.run(rounds, roundMillis), 0.6);
        }
    }

    private void overHttp() throws Exception {
        int port = freePort();
        DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        server.start();
        try (Lab lab = Lab.under(Laws.off(), WallClock.system());
                HttpDoor door = lab.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                DynamoDbClient ours = client(door.address());
                DynamoDbClient theirs = client(URI.create("http://localhost:" + port))) {
            Contest contest = new Contest(Turns.on(ours), Turns.on(theirs), GUESTS);
            say("HTTP door, laws off, with bill", "Local's server", contest.run(rounds, roundMillis), 1.0);
        } finally {
            server.stop();
        }
    }

    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("dojo", "dojo")))
                .build();
    }

    private void say(String ours, String theirs, Contest.Result result, double atLeast) throws IOException {
        parent.send(Wire.message()
                .put(
                        "line",
                        String.format(
                                Locale.ROOT,
                                "  %-32s %8.0f/s   %-15s %8.0f/s   ratio %5.2f (at least %.2f)",
                                ours,
                                result.ours(),
                                theirs,
                                result.theirs(),
                                result.ratio(),
                                atLeast))
                .put("enough", result.ratio() >= atLeast));
    }

    private void say(String name, double rate, double atLeast) throws IOException {
        parent.send(Wire.message()
                .put(
                        "line",
                        String.format(
                                Locale.ROOT,
                                "  %-32s %8.1f million decisions/s on one core (at least %.0f)",
                                name,
                                rate / 1e6,
                                atLeast / 1e6))
                .put("enough", rate >= atLeast));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
