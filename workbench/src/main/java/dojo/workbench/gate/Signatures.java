package dojo.workbench.gate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What a source file offers to other files: its types, constructors and methods that are not private. */
final class Signatures {

    private Signatures() {}

    /**
     * The signatures of the file, one a line, sorted; names of parameters do not count.
     *
     * @throws IOException if the file cannot be read
     */
    static String of(Path file) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        TreeSet<String> signatures = new TreeSet<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null, files, diagnostic -> {}, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().forEach(type -> collect("", type, signatures));
            }
        }
        return String.join("\n", signatures);
    }

    private static void collect(String owner, Tree member, Set<String> signatures) {
        if (member instanceof ClassTree type && isVisible(type.getModifiers().getFlags())) {
            String name = owner + type.getSimpleName();
            signatures.add(type.getKind() + " " + name);
            type.getMembers().forEach(inner -> collect(name + ".", inner, signatures));
        } else if (member instanceof MethodTree method
                && isVisible(method.getModifiers().getFlags())) {
            String parameters = method.getParameters().stream()
                    .map(VariableTree::getType)
                    .map(Tree::toString)
                    .collect(Collectors.joining(", "));
            String result = method.getReturnType() == null ? "" : method.getReturnType() + " ";
            signatures.add(result + owner + method.getName() + "(" + parameters + ")");
        }
    }

    private static boolean isVisible(Set<Modifier> flags) {
        return !flags.contains(Modifier.PRIVATE);
    }
}
