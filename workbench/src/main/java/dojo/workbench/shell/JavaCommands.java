package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Choices;
import dojo.workbench.shell.Slash.Result;
import dojo.workbench.shell.child.SnippetControl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/** The commands about what was typed and defined, as people who know jshell expect them. */
final class JavaCommands {
    private static final int LONGEST_VALUE = 60;
    private static final int MOST_TYPED = 50;

    static final List<Slash> ALL = List.of(
            Slash.of("/vars", "variables, their types and values", (sitting, operand) -> vars(sitting)),
            Slash.of("/methods", "methods you defined", (sitting, operand) -> methods(sitting)),
            Slash.of("/types", "classes, records and other types you defined", (sitting, operand) -> types(sitting)),
            Slash.of("/imports", "what is imported", (sitting, operand) -> imports(sitting)),
            Slash.of("/list", "what succeeded so far, as /save would write it", (sitting, operand) -> list(sitting)),
            Slash.of("/history", "what you typed, oldest first", JavaCommands::history)
                    .taking("[all]", Choices.words("all"))
                    .like("/history all")
                    .about(
                            "With all, what was typed in earlier sittings too. Arrow up brings it back, Ctrl-R searches."),
            Slash.of("/drop", "forget a variable, a method or a type", JavaCommands::drop)
                    .taking("NAME", Choices.first((sitting, before) -> names(sitting)))
                    .like("/drop read"),
            Slash.of("/reset", "forget every definition, and take a fresh table", (sitting, operand) -> reset(sitting)),
            Slash.of("/replay", "run again what a lost process had done", (sitting, operand) -> replay(sitting)));

    private JavaCommands() {}

    private static Result vars(Sitting sitting) {
        Engine engine = sitting.session().engine();
        JShell jshell = engine.jshell();
        return sitting.show(jshell.variables()
                .filter(variable -> jshell.status(variable).isActive())
                .flatMap(variable -> row(
                        Line.of(Tone.CODE, variable.typeName()).and(" " + variable.name() + " = "),
                        engine.isOurs(variable) && variable.name().equals("ddb")
                                ? "the client of the lab"
                                : folded(jshell.varValue(variable)),
                        sitting.width()))
                .toList());
    }

    private static Stream<Line> row(Line head, String value, int width) {
        return head.and(value).wrap(width, 4).stream();
    }

    private static String folded(String value) {
        if (value.startsWith(SnippetControl.TICKET)) {
            return "items; its name alone shows them";
        }
        String first = value.lines().findFirst().orElse("");
        boolean whole = first.length() == value.length() && first.length() <= LONGEST_VALUE;
        return whole ? first : first.substring(0, Math.min(LONGEST_VALUE, first.length())) + "…";
    }

    private static Result methods(Sitting sitting) {
        return listed(
                sitting,
                sitting.session().engine().jshell().methods(),
                method -> returned(method) + " " + method.name() + "(" + method.parameterTypes() + ")",
                "No methods yet.");
    }

    private static String returned(MethodSnippet method) {
        return method.signature().replaceFirst(".*\\)", "");
    }

    private static Result types(Sitting sitting) {
        return listed(
                sitting,
                sitting.session().engine().jshell().types(),
                type -> word(type) + " " + type.name(),
                "No types yet.");
    }

    private static String word(TypeDeclSnippet type) {
        return switch (type.subKind()) {
            case INTERFACE_SUBKIND -> "interface";
            case ENUM_SUBKIND -> "enum";
            case ANNOTATION_TYPE_SUBKIND -> "@interface";
            case RECORD_SUBKIND -> "record";
            default -> "class";
        };
    }

    private static Result imports(Sitting sitting) {
        return listed(
                sitting,
                sitting.session().engine().jshell().imports(),
                one -> "import " + (one.isStatic() ? "static " : "") + one.fullname(),
                "Nothing is imported.");
    }

    private interface Shown<T> {
        String text(T snippet);
    }

    private static <T extends Snippet> Result listed(Sitting sitting, Stream<T> snippets, Shown<T> shown, String none) {
        JShell jshell = sitting.session().engine().jshell();
        List<Line> lines = snippets.filter(snippet -> jshell.status(snippet).isActive())
                .flatMap(snippet -> Colours.line(shown.text(snippet)).wrap(sitting.width(), 4).stream())
                .toList();
        return sitting.show(lines.isEmpty() ? List.of(Line.of(Tone.QUIET, none)) : lines);
    }

    private static Result list(Sitting sitting) {
        List<Line> lines = sitting.session().journal().script().stream()
                .flatMap(line -> Colours.line(line).wrap(sitting.width(), 4).stream())
                .toList();
        return sitting.show(lines.isEmpty() ? List.of(Line.of(Tone.QUIET, "Nothing has succeeded yet.")) : lines);
    }

    private static Result history(Sitting sitting, String operand) {
        if (!operand.isEmpty() && !operand.equals("all")) {
            return sitting.fail("/history takes nothing or all, not '" + operand + "'.");
        }
        List<String> typed = operand.isEmpty() ? sitting.typed() : sitting.everTyped();
        int skipped = Math.max(0, typed.size() - MOST_TYPED);
        var lines = new ArrayList<Line>();
        if (skipped > 0) {
            lines.add(Line.of(Tone.QUIET, "… " + skipped + " older ones; Ctrl-R searches them"));
        }
        typed.stream()
                .skip(skipped)
                .flatMap(String::lines)
                .forEach(line -> lines.addAll(Colours.line(line).wrap(sitting.width(), 4)));
        return sitting.show(lines);
    }

    private static List<Choice> names(Sitting sitting) {
        Engine engine = sitting.session().engine();
        return engine.jshell()
                .snippets()
                .filter(snippet -> snippet instanceof DeclarationSnippet && !engine.isOurs(snippet))
                .filter(snippet -> engine.jshell().status(snippet).isActive())
                .map(snippet -> new Choice(
                        ((DeclarationSnippet) snippet).name(),
                        snippet.source().lines().findFirst().orElse("")))
                .toList();
    }

    private static Result drop(Sitting sitting, String name) {
        Engine engine = sitting.session().engine();
        List<Snippet> found = engine.jshell()
                .snippets()
                .filter(snippet -> snippet instanceof DeclarationSnippet declared
                        && declared.name().equals(name)
                        && engine.jshell().status(snippet).isActive())
                .toList();
        if (found.isEmpty()) {
            return sitting.fail(
                    name.isEmpty()
                            ? "Which one? /drop NAME, for example /drop read; /vars, /methods and /types list them."
                            : "Nothing is called '" + name + "'; /vars, /methods and /types list what there is.");
        } else if (found.stream().anyMatch(engine::isOurs)) {
            return sitting.fail("'" + name + "' belongs to the prompt and stays.");
        }
        found.forEach(engine.jshell()::drop);
        sitting.session().journal().drop(name);
        return sitting.show(List.of(Line.of(Tone.QUIET, "dropped " + name)));
    }

    private static Result reset(Sitting sitting) throws IOException {
        sitting.session().reset();
        return sitting.show(List.of(Line.of(Tone.QUIET, "A new process: no definitions, and a fresh table.")));
    }

    private static Result replay(Sitting sitting) throws IOException {
        Session session = sitting.session();
        if (session.journal().deeds().isEmpty()) {
            return sitting.fail("There is nothing to run again; /list shows what succeeded so far.");
        }
        return session.replay(line -> Commands.run(sitting, line) == Result.DONE) ? Result.DONE : Result.FAILED;
    }
}
