package dojo.workbench.shell;

import java.util.Map;
import java.util.Optional;

/** What to say to somebody who types a command that the JDK's jshell has and this prompt has not. */
final class JShellWords {
    private static final Map<String, String> INSTEAD = Map.of(
            "/edit", "arrow up brings a whole snippet back to be edited, Alt-Enter adds a line.",
            "/open", "/load FILE runs a script or defines the classes of a Java file.",
            "/reload", "/replay runs again what a lost process had done, /reset begins anew.",
            "/env", "the class path is that of the lab, with the AWS SDK; /imports lists what is imported.",
            "/set", "there is one way to show results; NO_COLOR=1 in the environment leaves the colours away.",
            "/debug", "System.out.println shows what you want to see, /bill what was sent to DynamoDB.",
            "/!", "arrow up brings back the latest snippet.");

    private JShellWords() {}

    /** A sentence for {@code /edit}, {@code /open} and the like, and for {@code /3} and {@code /-2}. */
    static Optional<String> of(String word) {
        if (word.matches("/-?[0-9]+(-[0-9]+)?")) {
            return Optional.of("Snippets have no numbers here: arrow up brings one back, Ctrl-R searches them.");
        }
        return Optional.ofNullable(INSTEAD.get(word))
                .map(instead -> "jshell has " + word + ", this prompt has not: " + instead);
    }
}
