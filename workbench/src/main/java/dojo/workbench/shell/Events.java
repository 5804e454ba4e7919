package dojo.workbench.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Reads JShell's events as outcomes. */
record Events(JShell jshell) {
    private static final int LONGEST_VALUE = 4_000;

    List<Outcome> outcomes(List<SnippetEvent> events) {
        // An event with a cause is an older snippet that was compiled again; the learner did not ask about it.
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .map(this::outcome)
                .toList();
    }

    private Outcome outcome(SnippetEvent event) {
        JShellException exception = event.exception();
        if (event.status() == Status.REJECTED) {
            return rejected(event.snippet());
        } else if (exception instanceof EvalException thrown) {
            return new Outcome.Threw(simpleName(thrown.getExceptionClassName()), said(thrown));
        } else if (exception instanceof UnresolvedReferenceException unresolved) {
            return new Outcome.Threw(
                    "not defined yet", missing(unresolved.getSnippet()).orElse("something it needs"));
        }
        return defined(event);
    }

    private Outcome defined(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (snippet instanceof VarSnippet variable) {
            // A variable that is only declared has JShell's null, 0 or false: worth no line.
            return snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND
                    ? new Outcome.Defined("")
                    : new Outcome.Value(variable.name(), shown(jshell.varValue(variable)));
        } else if (snippet instanceof ExpressionSnippet expression) {
            return value(expression, event);
        } else if (snippet instanceof MethodSnippet method) {
            return new Outcome.Defined("method " + method.name() + "(" + method.parameterTypes() + ")" + until(method));
        } else if (snippet instanceof TypeDeclSnippet type) {
            return new Outcome.Defined("type " + type.name() + until(type));
        }
        return new Outcome.Defined("");
    }

    private Outcome value(ExpressionSnippet expression, SnippetEvent event) {
        return jshell.variables()
                .filter(variable -> variable.name().equals(expression.name()))
                .findFirst()
                .<Outcome>map(variable -> new Outcome.Value(variable.name(), shown(jshell.varValue(variable))))
                .orElseGet(() -> new Outcome.Value(
                        expression.name(),
                        shown(Optional.ofNullable(event.value()).orElse(""))));
    }

    private Outcome rejected(Snippet snippet) {
        return new Outcome.Rejected(jshell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(diag -> problem(snippet.source(), diag))
                .toList());
    }

    private static Outcome.Problem problem(String source, Diag diag) {
        int at = (int) Math.max(0, Math.min(diag.getStartPosition(), source.length()));
        int lineStart = source.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
        int to = (int) Math.max(at + 1, Math.min(diag.getEndPosition(), lineEnd));
        String message = diag.getMessage(Locale.ENGLISH).strip();
        return new Outcome.Problem(message, source.substring(lineStart, lineEnd), at - lineStart, to - lineStart);
    }

    private static String said(EvalException thrown) {
        String message = Optional.ofNullable(thrown.getMessage()).orElse("");
        // The SDK appends service, status code and request id, which say nothing here.
        return message.replaceFirst(" ?\\(Service: .*", "").strip();
    }

    private String until(Snippet snippet) {
        return missing(snippet)
                .map(name -> ", usable once " + name + " is there")
                .orElse("");
    }

    private Optional<String> missing(Snippet snippet) {
        return snippet instanceof jdk.jshell.DeclarationSnippet declaration
                ? Optional.of(jshell.unresolvedDependencies(declaration).collect(Collectors.joining(", ")))
                        .filter(names -> !names.isEmpty())
                : Optional.empty();
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE) + "… (" + value.length() + " characters)";
    }
}
