package dojo.workbench.gate;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A copy of one good exercise, to be spoilt, and what one rule of the gate says of it. */
abstract class SeededScene {

    static final String PACKAGE = "dojo/c04_conditional_writes/e2_append_once";
    static final String README = "exercises/src/main/java/" + PACKAGE + "/README.adoc";
    static final String STARTER = "exercises/src/starter/java/" + PACKAGE + "/TurnLog.java";
    static final String LEARNERS = "exercises/src/main/java/" + PACKAGE + "/TurnLog.java";
    static final String ANSWER = "solutions/src/main/java/" + PACKAGE + "/TurnLog.java";
    static final String WRONG = "solutions/src/wrong/java/" + PACKAGE + "/no_padding/TurnLog.java";
    static final String ALSO_RIGHT = "solutions/src/also-right/java/" + PACKAGE;
    static final String HIDDEN = "solutions/src/test/java/" + PACKAGE + "/TurnLogHiddenTest.java";
    static final String VISIBLE = "exercises/src/test/java/" + PACKAGE + "/TurnLogTest.java";

    @RegisterExtension
    static final OpenChecker CHECKER = OpenChecker.usual();

    @TempDir
    Path folder;

    Sandbox sandbox;

    @BeforeEach
    void copy_one_exercise() throws IOException {
        sandbox = Sandbox.copy(OpenChecker.REAL, folder, PACKAGE);
        sandbox.write("exercises/curriculum.txt", "first_query (announced)\nappend_once\n");
        sandbox.keepOnly("solutions/src/wrong/java/" + PACKAGE, "no_padding", "hash_of_the_words", "put_is_an_upsert");
        sandbox.replace(README, ":source-mistake: append_turn\n", ""); // It would want five.
    }

    /** Under one seed, as the build has it: that finds every defect that does not hide behind one. */
    List<String> findings(Rule rule) throws IOException {
        return findings(rule, 1);
    }

    List<String> findings(Rule rule, int seeds) throws IOException {
        Exercise exercise = Catalogue.read(folder).find("append_once").orElseThrow();
        return rule.inspect(exercise, new Trials(folder, CHECKER.get(), seeds));
    }

    String header(String file) throws IOException {
        return String.join("\n", sandbox.read(file).lines().limit(3).toList()) + "\n";
    }
}
