package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Bill;
import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.Window;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model with one fault at a time: the contract says which. */
class BrokenMemoriesTest {
    /** Changes what is asked, or what is answered. */
    interface Fault {
        Object ask(String method, Object[] arguments, Real real) throws Throwable;
    }

    interface Real {
        Object answer(Object... arguments) throws Throwable;
    }

    record Broken(String name, String rejectedBy, Fault fault) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> memories() {
        return Stream.of(
                new Broken(
                        "takes every attempt for a new turn",
                        "a turn that is sent again is already there, and stored once",
                        asking(
                                Turn.class,
                                turn -> new Turn(
                                        TurnId.random(), turn.role(), turn.text(), turn.tokens(), turn.attributes()))),
                new Broken(
                        "forgets who asked for a session",
                        "the retry of a wish finds its session",
                        asking(
                                NewSession.class,
                                wish -> wish.requestedAs(UUID.randomUUID().toString()))),
                new Broken(
                        "stores no attributes",
                        "a turn comes back as it was said, whatever its role, text and attributes",
                        asking(
                                Turn.class,
                                turn -> Turn.of(turn.id().value(), turn.role(), turn.text())
                                        .withTokens(turn.tokens()))),
                new Broken(
                        "shows the newest first",
                        "turns are numbered from 1, without gaps, in the order they were appended",
                        answering(
                                Loaded.Found.class,
                                found -> new Loaded.Found(newestFirst(found.context()), found.bill()))),
                new Broken(
                        "loads one turn too few",
                        "a window that holds everything is not cut",
                        asking(
                                Window.class,
                                window -> new Window(
                                        Math.max(1, window.turns() - 1),
                                        window.tokens(),
                                        window.consistency(),
                                        window.start()))),
                new Broken(
                        "knows no token budget",
                        "a token budget ends the window before the first turn that does not fit",
                        asking(Window.class, window -> Window.latest(window.turns()))),
                new Broken(
                        "restarts nothing",
                        "after a restart nothing said before is visible",
                        (method, arguments, real) -> method.equals("restart")
                                ? new Restarted.Fresh(new Place((SessionId) arguments[0], 0, 0), Bill.ZERO)
                                : real.answer(arguments)),
                new Broken(
                        "takes any word for a position",
                        "a token that was cut or changed is refused",
                        (method, arguments, real) -> {
                            try {
                                return real.answer(arguments);
                            } catch (IllegalArgumentException damaged) {
                                return new Place(SessionId.of("s-1"), 0, 0);
                            }
                        }),
                new Broken(
                        "ends each session a second late",
                        "a session lives as long as asked, and less than a second longer",
                        asking(
                                NewSession.class,
                                wish -> wish.lasting(wish.lifetime().plusSeconds(1)))),
                new Broken(
                        "says that nothing follows",
                        "a transcript says whether more follows",
                        answering(
                                Transcript.Part.class, part -> new Transcript.Part(part.turns(), false, part.bill()))),
                new Broken(
                        "keeps every summary",
                        "a summary that leaves out turns is refused, with where to begin",
                        answering(Stored.Gap.class, gap -> new Stored.Kept(gap.bill()))));
    }

    @ParameterizedTest
    @MethodSource("memories")
    void a_broken_memory_is_rejected_by_name(Broken broken) {
        Set<String> rejectedBy = SessionMemoryContract.behaviours().broken(() -> subject(broken.fault()));

        assertThat(rejectedBy).contains(broken.rejectedBy());
        assertThat(rejectedBy)
                .hasSizeLessThan(SessionMemoryContract.behaviours().names().size() / 2);
    }

    @Test
    void an_unbroken_memory_is_rejected_by_nothing() {
        assertThat(SessionMemoryContract.behaviours()
                        .broken(() -> subject((method, arguments, real) -> real.answer(arguments))))
                .isEmpty();
    }

    @Test
    void what_a_memory_does_not_claim_is_skipped_with_the_reason() {
        var verdicts = SessionMemoryContract.behaviours()
                .judge(() -> subject((method, arguments, real) -> real.answer(arguments))
                        .without(MemoryClaim.BATCHES));

        assertThat(verdicts.get("a batch of one is that turn"))
                .isEqualTo(new Verdict.Skipped("Skipped: the subject stores one turn at a time."));
        assertThat(verdicts.values()).filteredOn(Verdict.Kept.class::isInstance).hasSizeGreaterThan(50);
    }

    private static MemorySubject subject(Fault fault) {
        HandMovedClock clock = new HandMovedClock();
        SessionMemory model = InMemorySessionMemory.on(clock);
        Object broken = Proxy.newProxyInstance(
                SessionMemory.class.getClassLoader(),
                new Class<?>[] {SessionMemory.class},
                (proxy, method, arguments) -> {
                    Real real = changed -> {
                        try {
                            return method.invoke(model, changed);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause() == null ? thrown : thrown.getCause();
                        }
                    };
                    return fault.ask(method.getName(), arguments, real);
                });
        return MemorySubject.of((SessionMemory) broken, clock);
    }

    private static <T> Fault asking(Class<T> kind, UnaryOperator<T> change) {
        return (method, arguments, real) -> real.answer(Arrays.stream(arguments)
                .map(argument -> kind.isInstance(argument) ? change.apply(kind.cast(argument)) : argument)
                .toArray());
    }

    private static <T> Fault answering(Class<T> kind, Function<T, Object> change) {
        return (method, arguments, real) -> {
            Object answer = real.answer(arguments);
            return kind.isInstance(answer) ? change.apply(kind.cast(answer)) : answer;
        };
    }

    private static Context newestFirst(Context context) {
        List<StoredTurn> turns = new ArrayList<>(context.turns());
        Collections.reverse(turns);
        return new Context(
                context.session(),
                context.customer(),
                context.createdAt(),
                context.expiresAt(),
                context.metadata(),
                context.summary(),
                turns,
                context.cut(),
                context.turnCount(),
                context.tail());
    }
}
