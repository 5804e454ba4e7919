package dojo.workbench.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which exercise's class a short name means: that of the exercise that came last. */
final class ClassImports {
    private final Map<String, String> owners = new HashMap<>();

    /** A package as a whole, and by name each class whose name another package had brought along. */
    List<String> of(String packageName, Path classes) throws IOException {
        var imports = new ArrayList<String>();
        imports.add("import " + packageName + ".*;");
        for (String name : names(classes.resolve(packageName.replace('.', '/')))) {
            String before = owners.put(name, packageName);
            if (before != null && !before.equals(packageName)) {
                imports.add("import " + packageName + "." + name + ";");
            }
        }
        return imports;
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+\\.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }
}
