package dojo.exhibits.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.WithLab;
import dojo.lab.time.VirtualClock;
import dojo.session.Change;
import dojo.session.CustomerId;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
class Memory_01_EachOperationHasItsBill {

    private static final SessionId SESSION = SessionId.of("s-42");
    private static final int TURNS = 10;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "Each operation of the session memory costs what it touches: a turn one write, a context of ten turns"
                    + " the reads of its three parts, a customer's session more than a guest's.");

    @Test
    void a_conversation_is_billed_operation_by_operation(Lab lab) {
        String table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        var memory = DynamoSessionMemory.on(lab.client(), table, new VirtualClock());

        Bill guest = bill(lab, "guest", () -> memory.create(NewSession.of("g-1")));
        NewSession wish = NewSession.of("s-42").ownedBy("c-9");
        Bill customer = bill(lab, "customer", () -> memory.create(wish));
        Position start = memory.create(wish).positionOrThrow();
        Bill append = bill(lab, "append", () -> memory.append(start, turn(1)));
        Bill again = bill(lab, "append-again", () -> memory.append(start, turn(1)));
        fill(memory, start);
        Bill load = bill(lab, "load", () -> memory.load(SESSION, Window.latest(TURNS)));
        Bill title =
                bill(lab, "update", () -> memory.update(SESSION, Change.of().title("Volume two")));
        Bill list = bill(lab, "list", () -> memory.sessions(CustomerId.of("c-9"), Page.first(10)));

        assertThat(guest.writeUnits()).isEqualTo(1.0);
        assertThat(customer.writeUnits()).isEqualTo(7.0);
        assertThat(append.writeUnits()).isEqualTo(1.0);
        assertThat(again.writeUnits()).isEqualTo(1.0);
        assertThat(load.readUnits()).isEqualTo(3.0);
        assertThat(title.writeUnits()).isEqualTo(2.0);
        assertThat(list.readUnits()).isEqualTo(0.5);
        EXHIBIT.measured("turns", TURNS);
    }

    private static void fill(SessionMemory memory, Position start) {
        Position end = memory.append(start, turn(1)).positionOrThrow();
        for (int i = 2; i <= TURNS; i++) {
            end = memory.append(end, turn(i)).positionOrThrow();
        }
    }

    private static Turn turn(int i) {
        return Turn.user("q-" + i, "Is volume " + i + " in stock?");
    }

    private static Bill bill(Lab lab, String what, Supplier<?> operation) {
        int mark = lab.meter().mark();
        assertThat(operation.get()).isNotNull();
        Bill bill = lab.meter().billSince(mark);
        EXHIBIT.measured(what + "-requests", bill.requests());
        EXHIBIT.byRule(what + "-write-units", bill.writeUnits());
        EXHIBIT.byRule(what + "-read-units", bill.readUnits());
        return bill;
    }
}
