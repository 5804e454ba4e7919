package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Fidelities;
import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.door.CannotListen;
import dojo.lab.door.HttpDoor;
import dojo.lab.store.StoreUnavailable;
import dojo.lab.time.WallClock;
import dojo.workbench.worker.KeyboardInterrupt;
import dojo.workbench.worker.ParentLink;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * The main class of the process that serves the lab: DynamoDB Local is not among the classes of the terminal's.
 *
 * <p>It serves until the parent hangs up or a signal comes, and then finishes what runs.
 */
public final class LabMain {
    private LabMain() {}

    public static void main(String[] args) throws IOException {
        KeyboardInterrupt.leaveToTheParent();
        try (Wire parent = ParentLink.connect()) {
            JsonNode message = parent.receive().orElseThrow(() -> new IOException("The parent is gone."));
            try {
                if (message.path("fidelity").asBoolean()) {
                    parent.send(Wire.message().put("text", Fidelities.text()));
                } else {
                    obey(LabOrder.of(message), parent);
                }
            } catch (CannotListen | UnknownHostException | IllegalArgumentException refused) {
                parent.send(Wire.message().put("refused", String.valueOf(refused.getMessage())));
            } catch (StoreUnavailable failed) {
                parent.send(Wire.message().put("failed", String.valueOf(failed.getMessage())));
            }
        }
        System.exit(0);
    }

    private static void obey(LabOrder order, Wire parent) throws IOException {
        Laws named = Laws.named(order.laws());
        Laws laws = order.seed().map(named::seed).orElse(named);
        if (order.print()) {
            parent.send(Wire.message().put("text", laws.print()));
        } else {
            serve(order, laws, parent);
        }
    }

    private static void serve(LabOrder order, Laws laws, Wire parent) throws IOException {
        InetSocketAddress address = new InetSocketAddress(address(order.bind()), order.port());
        Lab lab = Lab.under(laws, WallClock.system());
        HttpDoor door;
        try {
            door = lab.serve(address);
        } catch (CannotListen refused) {
            lab.close();
            throw refused;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            door.close();
            lab.close();
        }));
        parent.send(Wire.message().put("address", door.address().toString()).put("seed", laws.seed()));
        while (parent.receive().isPresent()) {
            // Whatever the parent may say later, it ends the lab by hanging up.
        }
    }

    private static InetAddress address(String bind) throws UnknownHostException {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            UnknownHostException sentence = new UnknownHostException(
                    "\"" + bind + "\" is no address. Give one of this machine, such as 127.0.0.1.");
            sentence.initCause(unknown);
            throw sentence;
        }
    }
}
