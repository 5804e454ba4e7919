package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Choices;
import dojo.workbench.shell.Slash.Result;
import dojo.workbench.shell.view.RequestsView;
import dojo.workbench.shell.view.TableView;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The commands that look into the lab. */
final class LabCommands {
    static final List<Slash> ALL = List.of(
            Slash.of("/table", "a table: keys, indexes, every item, off the bill", LabCommands::table)
                    .taking("[NAME]", Choices.first((sitting, before) -> tables(sitting)))
                    .like("/table"),
            Slash.of("/bill", "the latest requests and what they cost, or start the bill anew", LabCommands::bill)
                    .taking("[reset]", Choices.words("reset"))
                    .like("/bill reset"));

    private LabCommands() {}

    static List<Choice> tables(Sitting sitting) throws IOException {
        var names = new ArrayList<String>();
        sitting.session().ask("tables").path("names").forEach(name -> names.add(name.asText()));
        return Choice.plain(names);
    }

    private static Result table(Sitting sitting, String name) throws IOException {
        var answer = sitting.session().ask(Wire.message().put("op", "table").put("name", name));
        return sitting.show(TableView.lines(answer, sitting.width()));
    }

    private static Result bill(Sitting sitting, String operand) throws IOException {
        Session session = sitting.session();
        if (operand.equals("reset")) {
            session.ask("reset-bill");
            return sitting.show(
                    List.of(Line.of(Tone.QUIET, "The bill starts anew; /exit still says what all of it cost.")));
        } else if (!operand.isEmpty()) {
            return sitting.fail(
                    "/bill " + operand + " is not known; /bill shows the bill, /bill reset starts it anew.");
        }
        return sitting.show(RequestsView.lines(session.ask("bill"), session.total(), sitting.width()));
    }
}
