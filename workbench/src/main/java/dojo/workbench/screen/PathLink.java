package dojo.workbench.screen;

import java.net.URI;
import java.nio.file.Path;

/** Where a {@code path:line} of a message leads. */
final class PathLink {
    private PathLink() {}

    static URI to(Path root, String where) {
        return root.resolve(where.replaceFirst(":\\d+$", "")).toAbsolutePath().toUri();
    }
}
