package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Choices;
import dojo.workbench.shell.Slash.Result;
import dojo.workbench.shell.view.RequestsView;
import dojo.workbench.shell.view.ScanView;
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
            Slash.of("/scan", "read a whole table, after saying what that costs", LabCommands::scan)
                    .taking("[TABLE] [yes]", Choices.first((sitting, before) -> tables(sitting)))
                    .like("/scan")
                    .about("In a script, where nobody can be asked, /scan TABLE yes goes on without a question."),
            Slash.of("/json", "the latest result as DynamoDB's own JSON, or all of them", LabCommands::json)
                    .taking("[on | off]", Choices.words("on", "off"))
                    .like("/json on"),
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

    private static Result scan(Sitting sitting, String operand) throws IOException {
        boolean agreed = operand.equals("yes") || operand.endsWith(" yes");
        String name = agreed ? operand.substring(0, operand.length() - 3).strip() : operand;
        var estimate = sitting.session().ask(Wire.message().put("op", "scan").put("name", name));
        sitting.show(ScanView.warning(estimate, sitting.width()));
        String table = estimate.path("table").asText();
        if (!agreed && !sitting.canAsk()) {
            return sitting.fail("Nobody is here to be asked whether to go on; write /scan " + table + " yes.");
        } else if (!agreed && !sitting.agrees("Scan " + table + "?")) {
            return sitting.show(List.of(Line.of(Tone.QUIET, "Not scanned; it cost nothing.")));
        }
        String snippet = "ddb.scanPaginator(s -> s.tableName(\"" + table + "\")).stream().toList()";
        sitting.show(List.of(Line.of(Tone.QUIET, "> ").and(Tone.CODE, snippet)));
        return sitting.session().run(snippet) ? Result.DONE : Result.FAILED;
    }

    private static Result json(Sitting sitting, String operand) throws IOException {
        if (operand.equals("on") || operand.equals("off")) {
            sitting.session().showAsJson(operand.equals("on"));
            String from = operand.equals("on") ? "DynamoDB's own JSON" : "tables";
            return sitting.show(List.of(Line.of(Tone.QUIET, "Results are shown as " + from + " from now on.")));
        } else if (!operand.isEmpty()) {
            return sitting.fail(
                    "/json " + operand + " is not known; /json shows the latest result, /json on all of them.");
        }
        List<Line> lines = sitting.session().json();
        return lines.isEmpty()
                ? sitting.fail(
                        "No result of DynamoDB was shown yet; ask for one, such as ddb.scan(s -> s.tableName(table)).")
                : sitting.show(lines);
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
