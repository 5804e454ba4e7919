package dojo.workbench.check;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What a learner's test is seen to do without being run. Used once per file; not thread-safe. */
final class TestManners extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Pattern ASSERTING = Pattern.compile("(assert|fail|then|verify)\\w*");
    private static final Set<String> NAMES = Set.of("getSimpleName", "getCanonicalName", "getTypeName");
    private static final Set<String> STACKS = Set.of("getStackTrace", "getAllStackTraces", "printStackTrace");
    private static final Set<String> INSIDES = Set.of(
            "getDeclaredFields",
            "getDeclaredField",
            "getDeclaredMethods",
            "getDeclaredMethod",
            "getDeclaredConstructors",
            "getDeclaredClasses",
            "getProtectionDomain",
            "getResource",
            "getResourceAsStream",
            "setAccessible",
            "forName");
    private static final Set<String> FILES = Set.of("Files", "Paths", "File", "FileReader", "FileInputStream");

    private @Nullable CompilationUnitTree unit;
    private @Nullable Trees trees;
    private boolean asserts;
    private Optional<Peek> peek = Optional.empty();

    private TestManners() {}

    /** Something the test looks at that is not behaviour, and the line where it does. */
    private record Peek(String at, long line) {}

    /**
     * What was seen.
     *
     * @param peek something the test looks at that is not behaviour
     * @param where the line where it does, as {@code path:line}
     */
    record Seen(boolean asserts, Optional<String> peek, Optional<String> where) {}

    /**
     * Looks at the files; one that does not parse is the compiler's business.
     *
     * @param learner the learner's files, each with the path that messages show
     */
    static Seen of(Map<Path, String> learner) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        boolean asserts = false;
        Optional<String> peek = Optional.empty();
        Optional<String> where = Optional.empty();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            for (Map.Entry<Path, String> file : learner.entrySet()) {
                TestManners manners = new TestManners();
                JavacTask task = (JavacTask) javac.getTask(
                        null,
                        files,
                        ignored -> {},
                        List.of("-proc:none"),
                        null,
                        files.getJavaFileObjects(file.getKey()));
                for (CompilationUnitTree unit : task.parse()) {
                    manners.look(unit, Trees.instance(task));
                }
                asserts |= manners.asserts;
                if (peek.isEmpty() && manners.peek.isPresent()) {
                    peek = manners.peek.map(Peek::at);
                    where = manners.peek.map(found -> file.getValue() + ":" + found.line());
                }
            }
        }
        return new Seen(asserts, peek, where);
    }

    private void look(CompilationUnitTree seen, Trees places) {
        unit = seen;
        trees = places;
        seen.getTypeDecls().forEach(type -> scan(type, null));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        ExpressionTree method = call.getMethodSelect();
        String name = method instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : method.toString();
        asserts |= ASSERTING.matcher(name).matches();
        if (STACKS.contains(name)) {
            found("a stack trace", call);
        } else if (INSIDES.contains(name)) {
            found("the inside of a class", call);
        } else if (NAMES.contains(name) || (name.equals("getName") && ofClass(method))) {
            found("the name of a class", call);
        }
        return super.visitMethodInvocation(call, null);
    }

    private static boolean ofClass(ExpressionTree method) {
        String receiver = method instanceof MemberSelectTree select
                ? select.getExpression().toString()
                : "";
        return receiver.endsWith(".class") || receiver.endsWith("getClass()");
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void nothing) {
        named(name.getName().toString(), name);
        return super.visitIdentifier(name, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
        named(select.getIdentifier().toString(), select);
        return super.visitMemberSelect(select, null);
    }

    private void named(String name, Tree where) {
        if (name.equals("StackWalker")) {
            found("a stack trace", where);
        } else if (FILES.contains(name)) {
            found("files", where);
        }
    }

    @Override
    public @Nullable Void visitAssert(AssertTree node, @Nullable Void nothing) {
        asserts = true;
        return super.visitAssert(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
        asserts |= node.getIdentifier().toString().endsWith("AssertionError")
                || node.getIdentifier().toString().endsWith("AssertionFailedError");
        return super.visitNewClass(node, null);
    }

    private void found(String what, Tree where) {
        if (peek.isEmpty() && unit != null && trees != null) {
            long start = trees.getSourcePositions().getStartPosition(unit, where);
            peek = Optional.of(new Peek(what, unit.getLineMap().getLineNumber(start)));
        }
    }
}
