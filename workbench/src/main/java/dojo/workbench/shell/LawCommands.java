package dojo.workbench.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.screen.Line;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Choices;
import dojo.workbench.shell.Slash.Result;
import dojo.workbench.shell.view.ClockView;
import dojo.workbench.shell.view.HeatPanel;
import dojo.workbench.shell.view.LawsView;
import dojo.workbench.shell.view.TraceView;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands about the laws of the lab: to switch them, let time pass under them, and see what they did. */
final class LawCommands {
    private static final List<String> SETS = List.of("off", "real", "chaos");
    private static final int ALL_CALLS = 1_000;
    private static final int MOST_CALLS = 200;

    static final List<Slash> ALL = List.of(
            Slash.of("/laws", "which laws of the real service hold here, and switch them", LawCommands::laws)
                    .keptInScripts()
                    .taking("[SET | FILE | LAW on|off]", LawCommands::lawChoices)
                    .like("/laws real")
                    .about(
                            "A set is off, real or chaos; dojo lab --print-laws prints a file to change. A fresh lab takes over"
                                    + " and gets a copy of all tables and items; ddb and your variables go on."),
            Slash.of("/clock", "what time it is in the lab, and let time pass", LawCommands::clock)
                    .keptInScripts()
                    .taking("[+3h | now]", Choices.words("+1s", "+1min", "+3h", "+2d", "now"))
                    .like("/clock +3h"),
            Slash.of("/heat", "how hot each partition is", LawCommands::heat),
            Slash.of("/trace", "what the laws did to the latest requests, and why", LawCommands::trace)
                    .taking("[why | N]", Choices.words("why", "10"))
                    .like("/trace why"));

    private LawCommands() {}

    private static List<Choice> lawChoices(Sitting sitting, List<String> before) throws IOException {
        JsonNode laws = sitting.session().ask("laws").path("laws");
        var choices = new ArrayList<Choice>();
        if (before.isEmpty()) {
            choices.add(new Choice("off", "no law at all"));
            choices.add(new Choice("real", "every law, as in the service"));
            choices.add(new Choice("chaos", "every law, met often"));
            laws.forEach(law -> choices.add(
                    new Choice(law.path("name").asText(), law.path("says").asText())));
        } else if (before.size() == 1 && isLaw(laws, before.get(0))) {
            choices.addAll(Choice.plain(List.of("on", "off")));
        }
        return choices;
    }

    private static boolean isLaw(JsonNode laws, String name) {
        for (JsonNode law : laws) {
            if (law.path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Result laws(Sitting sitting, String operand) throws IOException {
        Session session = sitting.session();
        JsonNode now = session.ask("laws");
        if (operand.isEmpty()) {
            return sitting.show(LawsView.lines(now, sitting.width()));
        }
        String[] words = operand.split("\\s+", -1);
        ObjectNode wish = Wire.message().put("op", "switch");
        if (words.length == 1 && isLaw(now.path("laws"), words[0])) {
            JsonNode law = session.ask(Wire.message().put("op", "law").put("name", words[0]));
            return sitting.show(LawsView.law(law, sitting.width()));
        } else if (words.length > 1
                && isLaw(now.path("laws"), words[0])
                && !List.of("on", "off").contains(words[1])) {
            return sitting.fail(
                    "/laws " + words[0] + " takes on or off, not \"" + words[1] + "\". Its keys are set in a"
                            + " file: /laws " + words[0] + " prints them, /laws FILE reads them.");
        } else if (words.length == 2 && (words[1].equals("on") || words[1].equals("off"))) {
            wish.put("laws", words[0]).put("switch", words[1]);
        } else {
            wish.put("laws", SETS.contains(operand) ? operand : file(operand));
        }
        return sitting.show(LawsView.switched(session.ask(wish), sitting.width()));
    }

    /** As seen from where the prompt was started; the other process may stand elsewhere. */
    private static String file(String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return name;
        }
    }

    private static Result clock(Sitting sitting, String operand) throws IOException {
        ObjectNode wish = Wire.message().put("op", "clock");
        if (operand.equals("now")) {
            wish.put("now", true);
        } else if (!operand.isEmpty()) {
            Optional<Duration> step = TimeStep.parse(operand);
            if (step.isEmpty()) {
                return sitting.fail(
                        "\"" + operand + "\" is no step of time. Give one such as +3h, +2d, +90s or +500ms; the"
                                + " clock only goes forward.");
            }
            wish.put("millis", step.get().toMillis());
        }
        return sitting.show(ClockView.lines(sitting.session().ask(wish), sitting.width()));
    }

    private static Result heat(Sitting sitting, String operand) throws IOException {
        return sitting.show(HeatPanel.lines(sitting.session().ask("heat"), sitting.width()));
    }

    private static Result trace(Sitting sitting, String operand) throws IOException {
        if (operand.equals("why")) {
            return why(sitting);
        } else if (!operand.isEmpty() && !operand.matches("[1-9][0-9]{0,3}")) {
            return sitting.fail(
                    "\"" + operand + "\" is no number of requests. /trace 10 shows the ten latest, /trace why"
                            + " explains the latest that a law met.");
        }
        int last = operand.isEmpty() ? 0 : Math.min(MOST_CALLS, Integer.parseInt(operand));
        return sitting.show(TraceView.lines(calls(sitting, last), sitting.width()));
    }

    private static Result why(Sitting sitting) throws IOException {
        Map<String, String> says = new HashMap<>();
        sitting.session()
                .ask("laws")
                .path("laws")
                .forEach(law ->
                        says.put(law.path("name").asText(), law.path("says").asText()));
        Optional<List<Line>> why = TraceView.why(calls(sitting, ALL_CALLS), says, sitting.width());
        return why.isPresent()
                ? sitting.show(why.get())
                : sitting.fail("No request was met by a law or refused yet, so there is nothing to explain. /laws real"
                        + " switches the laws on.");
    }

    private static JsonNode calls(Sitting sitting, int last) throws IOException {
        return sitting.session().ask(Wire.message().put("op", "trace").put("last", last));
    }
}
