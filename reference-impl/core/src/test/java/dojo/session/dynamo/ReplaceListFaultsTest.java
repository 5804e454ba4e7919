package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.SessionId;
import dojo.session.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkException;

/** A list is the old one or the new one, wherever the process that replaces it stops. */
class ReplaceListFaultsTest {
    /** As many attempts as the lab's client makes for one call. */
    private static final int ATTEMPTS = 4;

    private static final SessionId SESSION = SessionId.of("s-42");

    private final Lab lab = Lab.under(Laws.off().with(FaultSettings.none()));
    private final String table = lab.newTableName();
    private final ListScene scene;
    private final ListScene other;

    ReplaceListFaultsTest() {
        SessionTable.create(lab.backstage(), table);
        Hands clock = new Hands();
        this.scene = new ListScene(DynamoSessionMemory.on(lab.client(), table, clock, Pause.NONE), SESSION);
        this.other = new ListScene(DynamoSessionMemory.on(lab.backstage(), table, clock, Pause.NONE), SESSION);
        other.memory().create(NewSession.of("s-42")).positionOrThrow();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
    void a_crash_at_any_write_leaves_one_list_or_the_other_and_the_repetition_finds_its_turns(
            int write, boolean answerOnlyLost) {
        other.replace("a", "b", "c");
        fail(write, answerOnlyLost);
        List<String> wish = List.of("b", "c", "d", "e");

        assertThatThrownBy(() -> scene.replace(wish)).isInstanceOf(SdkException.class);
        boolean named = write == 3 && answerOnlyLost;
        assertThat(other.current()).isEqualTo(named ? wish : List.of("a", "b", "c"));

        lab.law(FaultLaw.class).clear();
        scene.replace(wish);
        assertThat(other.current()).isEqualTo(wish);
        assertThat(other.log()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void what_a_crash_has_left_is_in_the_log_and_in_no_later_list() {
        other.replace("a");
        fail(2, false);
        assertThatThrownBy(() -> scene.replace("a", "b")).isInstanceOf(SdkException.class);
        lab.law(FaultLaw.class).clear();

        scene.memory().append(scene.memory().current(SESSION).contextOrThrow().tail(), Turn.user("t-9", "c"));
        assertThat(scene.current()).containsExactly("a", "c");
        scene.replace("a", "c", "d");

        assertThat(scene.current()).containsExactly("a", "c", "d");
        assertThat(scene.log()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void of_two_lists_made_from_one_the_later_wins_and_the_log_has_both() {
        Interloper law = new Interloper();
        try (Lab crossed = Lab.under(Laws.off(), law)) {
            String elsewhere = crossed.newTableName();
            SessionTable.create(crossed.backstage(), elsewhere);
            ListScene ours = new ListScene(
                    DynamoSessionMemory.on(crossed.client(), elsewhere, new Hands(), Pause.NONE), SESSION);
            ListScene theirs = new ListScene(
                    DynamoSessionMemory.on(crossed.backstage(), elsewhere, new Hands(), Pause.NONE), SESSION);
            theirs.memory().create(NewSession.of("s-42"));
            theirs.replace("a");
            // Between the first and the second write of ours, somebody else replaces the list.
            law.before = () -> theirs.replace("a", "theirs");

            ours.replace("a", "ours");

            assertThat(ours.current()).containsExactly("a", "ours");
            assertThat(ours.log()).containsExactlyInAnyOrder("a", "ours", "theirs");
        }
    }

    @Test
    void random_lists_read_back_exactly_whatever_happens_to_the_requests() {
        Random dice = new Random(7);
        lab.law(FaultLaw.class).inject(FaultRule.of(Fault.INTERNAL_SERVER_ERROR).probability(0.05));
        lab.law(FaultLaw.class)
                .inject(FaultRule.lostAnswer(Fault.CONNECTION_RESET).probability(0.05));
        List<String> list = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            List<String> wish = edited(list, dice, i);
            until(() -> scene.replace(wish));
            list = wish;
            lab.law(FaultLaw.class).pause();
            assertThat(other.current()).isEqualTo(list);
            lab.law(FaultLaw.class).resume();
        }
    }

    private static List<String> edited(List<String> list, Random dice, int i) {
        List<String> edited = new ArrayList<>(list);
        switch (dice.nextInt(6)) {
            case 0 -> edited.subList(0, dice.nextInt(edited.size() + 1)).clear();
            case 1 -> Collections.shuffle(edited, dice);
            case 2 -> edited.add(dice.nextInt(edited.size() + 1), "inserted " + i);
            case 3 -> edited.addAll(edited.subList(0, Math.min(3, edited.size())));
            default -> IntStream.range(0, 1 + dice.nextInt(2)).forEach(n -> edited.add("word " + dice.nextInt(9)));
        }
        return edited.subList(Math.max(0, edited.size() - 25), edited.size());
    }

    private static void until(Runnable call) {
        for (int attempt = 1; ; attempt++) {
            try {
                call.run();
                return;
            } catch (SdkException lost) {
                if (attempt == 50) {
                    throw lost;
                }
            }
        }
    }

    /** All attempts of one put fail, before or after it is carried out. */
    private void fail(int write, boolean answerOnlyLost) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FaultRule rule = answerOnlyLost
                    ? FaultRule.lostAnswer(Fault.CONNECTION_RESET)
                    : FaultRule.of(Fault.CONNECTION_RESET);
            lab.law(FaultLaw.class).inject(rule.on("PutItem").nth(write + attempt));
        }
    }
}
