package dojo.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dojo.lab.door.HttpDoor;
import dojo.lab.law.Call;
import dojo.lab.law.ConnectionLost;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.time.WallClock;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/**
 * SDKs of other languages drive the lab through its HTTP door; each script says what works.
 *
 * <p>Where an SDK is not installed its test is skipped: {@code .ci/run} installs what it can.
 */
class AnySdkTest {

    private static final Path SCRIPTS = Path.of("src", "test", "sdk");
    private static final Path INSTALLED = Path.of("..", ".dojo", "sdk");
    private static final Map<String, String> WHERE_TO_LOOK = Map.of(
            "PYTHONPATH",
                    INSTALLED.resolve("python").toAbsolutePath().normalize().toString(),
            "NODE_PATH",
                    INSTALLED
                            .resolve("node_modules")
                            .toAbsolutePath()
                            .normalize()
                            .toString());

    @Test
    void boto3_does_everything_through_the_http_door() throws Exception {
        assumeTrue(
                run(List.of("python3", "-c", "import boto3")).exit() == 0,
                "No boto3 for python3: pip install boto3, or let .ci/run install it.");

        everythingWorks("python3", "any_sdk.py");
    }

    @Test
    void the_sdk_for_javascript_does_everything_through_the_http_door() throws Exception {
        String modules = "require('@aws-sdk/client-dynamodb'); require('@aws-sdk/client-dynamodb-streams')";
        assumeTrue(
                run(List.of("node", "-e", modules)).exit() == 0,
                "No AWS SDK for JavaScript in " + INSTALLED + ": let .ci/run install it.");

        everythingWorks("node", "any_sdk.cjs");
    }

    private static void everythingWorks(String program, String script) throws Exception {
        FirstAttempts law = new FirstAttempts();
        try (Lab lab = Lab.under(Laws.off(), WallClock.system(), law);
                HttpDoor door = lab.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Ended ended = run(List.of(
                    program, SCRIPTS.resolve(script).toString(), door.address().toString()));

            assertThat(ended.exit()).as(ended.said()).isZero();
            assertThat(ended.said().lines())
                    .containsExactly(
                            "ok tables",
                            "ok crud",
                            "ok paging",
                            "ok transactions",
                            "ok streams",
                            "ok throttle",
                            "ok lost answer");
            assertThat(law.attempts)
                    .as("attempts that reached the lab, by sort key")
                    .containsEntry("THROTTLED ONCE", 1)
                    .containsEntry("THROTTLED AND TRIED AGAIN", 2)
                    .containsEntry("LOST", 2)
                    .containsEntry("LOST UNDER A CONDITION", 2);
        }
    }

    private record Ended(int exit, String said) {}

    private static Ended run(List<String> command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        WHERE_TO_LOOK.forEach(
                (name, folder) -> environment.merge(name, folder, (old, ours) -> ours + File.pathSeparator + old));
        // What a user keeps under ~/.aws must not change what an SDK does here.
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_CONFIG_FILE", "none");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "none");
        environment.put("NODE_NO_WARNINGS", "1");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException notInstalled) {
            return new Ended(-1, notInstalled.toString());
        }
    }

    /** Goes wrong on the first attempt to put certain items, before the commit or after it. */
    private static final class FirstAttempts implements Law {

        private static final Set<String> THROTTLED = Set.of("THROTTLED ONCE", "THROTTLED AND TRIED AGAIN");
        private static final Set<String> LOST = Set.of("LOST", "LOST UNDER A CONDITION");

        private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

        @Override
        public AwsResponse apply(Call call, Next next) {
            if (!(call.request() instanceof PutItemRequest put)) {
                return next.answer(call);
            }
            String sort = Objects.requireNonNull(put.item().get("SK")).s();
            boolean first = attempts.merge(sort, 1, Integer::sum) == 1;
            if (first && THROTTLED.contains(sort)) {
                throw Refusals.provisionedThroughputExceeded(List.of(ThrottlingReason.builder()
                        .reason("TableWriteKeyRangeThroughputExceeded")
                        .resource("arn:aws:dynamodb:us-east-1:000000000000:table/" + put.tableName())
                        .build()));
            }
            AwsResponse answer = next.answer(call);
            if (first && LOST.contains(sort)) {
                throw new ConnectionLost("after the item was put");
            }
            return answer;
        }
    }
}
