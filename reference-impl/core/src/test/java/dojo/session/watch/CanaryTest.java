package dojo.session.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.session.Change;
import dojo.session.CustomerId;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.PatientAppend;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Role;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.Window;
import dojo.session.content.ContentPolicy;
import dojo.session.content.ContentStore;
import dojo.session.content.FileContentStore;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionTable;
import dojo.session.guard.Breaker;
import dojo.session.guard.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say is in no event, no line of a log and no exception, whatever happens. */
class CanaryTest {
    private static final String CANARY = "kanarienvogel";
    private static final SessionId SESSION = SessionId.of("s-42");

    private final Lab lab = Lab.under(Laws.off().with(FaultSettings.none()));
    private final String table = lab.newTableName();
    private final ContentStore files;
    private final List<String> seen = new ArrayList<>();
    private final Notebook notebook = new Notebook();
    private final List<Object> answers = new ArrayList<>();
    private int failures;

    CanaryTest(@TempDir Path folder) {
        files = FileContentStore.in(folder, Runnable::run, lab.clock());
        SessionTable.create(lab.backstage(), table);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private SessionMemory memory(ContentPolicy policy, Breaker breaker) {
        Watch watch = Watch.telling(event -> seen.add(event.toString()), LoggedEvents.to(notebook))
                .over(breaker);
        return DynamoSessionMemory.on(
                lab.client(),
                table,
                MemorySettings.usual()
                        .clock(lab.clock())
                        .pause(Pause.NONE)
                        .content(policy)
                        .layer(watch)
                        .layer(Deadline.of(Duration.ofHours(1)))
                        .layer(breaker)
                        .listener(watch));
    }

    private static Turn said(String id, int times) {
        return Turn.user(id, (CANARY + " ").repeat(times)).with("note", CANARY);
    }

    /** Every operation, with what may go wrong by itself: second writers, changed payloads, wrong arguments. */
    private static List<Function<SessionMemory, Object>> operations(Position start) {
        Turn large = said("t-large", 40_000);
        return List.of(
                memory -> memory.create(NewSession.of("s-42").ownedBy("c-7")),
                memory -> memory.append(start, said("t-1", 1)),
                memory -> memory.append(start, said("t-1", 2)),
                memory -> memory.append(start, said("t-2", 3)),
                memory -> PatientAppend.to(memory, 3, Pause.NONE).append(start, large),
                memory -> memory.append(start, List.of(said("t-3", 1), said("t-4", 1))),
                memory -> memory.append(SESSION, said("t-5", 1), Scope.tail(9)),
                memory -> memory.append(SESSION, said("t-6", 1), Scope.marker(Duration.ofHours(1))),
                memory -> memory.append(start, said("t-huge", 800_000)),
                memory -> memory.append(start, said("t-7", 1).with(" ", CANARY)),
                memory -> memory.append(start, List.of(said("t-8", 1), said("t-8", 1))),
                memory -> memory.append(start, new Turn(TurnId.of("t-9"), Role.USER, CANARY, -1, Map.of())),
                memory -> memory.load(SESSION, Window.latest(9)),
                memory -> memory.load(SESSION, Window.latest(9).orLess()),
                memory -> memory.read(SESSION, 0, 9),
                memory -> memory.store(SESSION, summary(start)),
                memory -> memory.store(SESSION, new Summary(1, 1, CANARY, java.time.Instant.EPOCH)),
                memory -> memory.replace(SESSION, List.of(said("t-1", 1), said("t-10", 1))),
                memory -> memory.current(SESSION),
                memory -> memory.update(SESSION, Change.of().title("a title")),
                memory -> memory.sessions(CustomerId.of("c-7"), Page.first(5)),
                memory -> memory.redact(SESSION, 1, CANARY),
                memory -> memory.remove(SESSION, 1),
                memory -> memory.restart(SESSION),
                memory -> memory.erase(CustomerId.of("c-8")),
                memory -> memory.erase(SessionId.of("s-guest")));
    }

    private static Summary summary(Position at) {
        return new Summary(1, 1, CANARY, java.time.Instant.EPOCH)
                .of(new Summary.Origin(at, "inputs-1", "model-1", "prompt-1"));
    }

    private void all(SessionMemory memory, Position start) {
        for (Function<SessionMemory, Object> operation : operations(start)) {
            try {
                answers.add(operation.apply(memory));
            } catch (RuntimeException failure) {
                failures++;
                note(failure);
            }
        }
    }

    private void note(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            seen.add(cause.toString());
            for (Throwable suppressed : cause.getSuppressed()) {
                seen.add(suppressed.toString());
            }
        }
    }

    @Test
    void no_event_no_log_and_no_exception_repeats_what_was_said() {
        FaultLaw faults = lab.law(FaultLaw.class);
        Breaker breaker = Breaker.of(new Breaker.Settings(0.5, 60, 10, Duration.ofHours(1), 2), lab.clock());
        ContentPolicy stored = ContentPolicy.usual().packing().inlineUpTo(2_048).keepingIn(files);
        SessionMemory memory = memory(stored, breaker);
        Position start = memory.create(NewSession.of("s-42").ownedBy("c-7")).positionOrThrow();

        all(memory, start);
        all(memory(ContentPolicy.usual(), breaker), start);
        int whenWell = failures;
        faults.inject(FaultRule.lostAnswer(Fault.CONNECTION_RESET).every(3));
        all(memory, start);
        lab.clock().advance(Duration.ofMinutes(2));
        faults.inject(FaultRule.of(Fault.SERVICE_UNAVAILABLE));
        for (int i = 0; i < 3; i++) {
            all(memory, start);
        }

        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(whenWell).isPositive();
        assertThat(failures).isGreaterThan(30);
        assertThat(answers).hasSizeGreaterThan(30);
        assertThat(seen).hasSizeGreaterThan(200);
        assertThat(notebook.lines).hasSizeGreaterThan(150);
        assertThat(seen).noneMatch(text -> text.contains(CANARY));
        assertThat(notebook.lines).noneMatch(text -> text.contains(CANARY));
    }
}
