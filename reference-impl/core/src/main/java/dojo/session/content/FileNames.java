package dojo.session.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the file of a name lies.
 *
 * <p>Capitals are spelled out, because some file systems take them for small letters; folders end in {@code +} and
 * files in {@code ~}, so that a name may also be the beginning of another.
 */
record FileNames(Path root) {
    Path file(String name) {
        return folder(ContentStore.name(name)).resolve(spelled(name.substring(name.lastIndexOf('/') + 1)) + "~");
    }

    /** The innermost folder with all files whose names begin so. */
    Path folder(String prefix) {
        Path path = root;
        for (int from = 0, to; (to = prefix.indexOf('/', from)) >= 0; from = to + 1) {
            path = path.resolve(spelled(prefix.substring(from, to)) + "+");
        }
        return path;
    }

    /** Empty for a folder, and for a file that is not complete. */
    Optional<String> name(Path file) {
        if (!file.toString().endsWith("~")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (Path path : root.relativize(file)) {
            String part = path.toString();
            parts.add(meant(part.substring(0, part.length() - 1)));
        }
        return Optional.of(String.join("/", parts));
    }

    Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? root : parent;
    }

    boolean isBelow(Path folder) {
        return folder.startsWith(root) && !folder.equals(root);
    }

    private static String spelled(String part) {
        return part.replaceAll("([A-Z])", "=$1").toLowerCase(Locale.ROOT);
    }

    private static String meant(String part) {
        StringBuilder meant = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            meant.append(part.charAt(i) == '=' ? Character.toUpperCase(part.charAt(++i)) : part.charAt(i));
        }
        return meant.toString();
    }
}
