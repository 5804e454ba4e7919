package dojo.session.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.session.NewSession;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The importer dies after each of its requests in turn, and somebody repeats the import. */
class HandoffCrashTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wherever_an_import_crashes_repeating_it_completes_it(boolean lastIsDone) throws IOException {
        Outage outage = new Outage();
        try (Lab lab = Lab.under(Laws.off(), outage)) {
            SessionTable.create(lab.backstage(), "sessions");
            SessionMemory calm = DynamoSessionMemory.on(lab.backstage(), "sessions", Talk.CLOCK);
            SessionMemory troubled = DynamoSessionMemory.on(lab.client(), "sessions", Talk.CLOCK);
            Talk.hold(calm, 7);
            List<Turn> said = Talk.turns(calm, "s-42");
            byte[] file = Talk.export(calm);
            int crashes = 0;
            for (int point = 0; crashes == point; point++) {
                String session = "h-" + point;
                outage.after(point, lastIsDone);
                crashes += crashed(troubled, file, session) ? 1 : 0;
                outage.over();

                Imported repeated = take(troubled, file, session);

                assertThat(repeated).as("crash after request " + point).isInstanceOf(Imported.Complete.class);
                assertThat(Talk.turns(calm, session)).isEqualTo(said);
                assertThat(Talk.context(calm, session).summary()).isPresent();
                assertThat(Talk.context(calm, session).metadata().title()).contains("About sesame");
                assertThat(((Imported.Complete) take(troubled, file, session)).added())
                        .isZero();
            }
            // Created, seven turns, the summary in two requests or more, the metadata.
            assertThat(crashes).isGreaterThanOrEqualTo(11);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void an_export_that_crashes_has_no_seal_and_repeating_it_makes_one(int requests) throws IOException {
        Outage outage = new Outage();
        try (Lab lab = Lab.under(Laws.off(), outage)) {
            SessionTable.create(lab.backstage(), "sessions");
            Talk.hold(DynamoSessionMemory.on(lab.backstage(), "sessions", Talk.CLOCK), 120);
            SessionMemory troubled = DynamoSessionMemory.on(lab.client(), "sessions", Talk.CLOCK);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            outage.after(2L + requests, false);

            assertThatThrownBy(
                            () -> HandoffExport.from(troubled, TestKeys.SHARED).export(Talk.SESSION, file))
                    .isInstanceOf(DynamoDbException.class);
            outage.over();

            assertThat(HandoffCheck.with(TestKeys.KNOWN).check(Talk.source(file.toByteArray())))
                    .isInstanceOf(Verified.Refused.class);
            assertThat(Talk.export(troubled)).isNotEmpty();
        }
    }

    private static boolean crashed(SessionMemory memory, byte[] file, String session) throws IOException {
        try {
            take(memory, file, session);
            return false;
        } catch (DynamoDbException crash) {
            return true;
        }
    }

    private static Imported take(SessionMemory memory, byte[] file, String session) throws IOException {
        return HandoffImport.into(memory, TestKeys.KNOWN)
                .take(Talk.source(file), NewSession.of(session).ownedBy("agent-9"));
    }
}
