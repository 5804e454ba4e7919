package dojo.workbench.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.StandardJavaFileManager;

/** Compilers that remember what they have read, by the class files that they know; the latest used are kept. Thread-safe. */
final class CompilerShelf implements AutoCloseable {
    private static final int KEPT = 4;

    private final Deque<Kept> shelf = new ArrayDeque<>();
    private final Function<List<Path>, StandardJavaFileManager> files;

    /** @param files makes a file manager whose class path begins with these folders */
    CompilerShelf(Function<List<Path>, StandardJavaFileManager> files) {
        this.files = files;
    }

    /**
     * A compiler, and the files it reads: always the same, because what it has read it reads no other way again.
     *
     * @param known folders of class files; nobody changes them any more
     */
    record Kept(List<Path> known, StandardJavaFileManager files, RememberingJavac javac) {
        void close() {
            try {
                files.close();
            } catch (IOException e) {
                // Jars that were only read.
            }
        }
    }

    /** One that nobody else has until it is given back; empty where there is no compiler that remembers. */
    Optional<Kept> take(List<Path> known) {
        synchronized (this) {
            Optional<Kept> found =
                    shelf.stream().filter(one -> one.known().equals(known)).findFirst();
            if (found.isPresent()) {
                shelf.remove(found.get());
                return found;
            }
        }
        return RememberingJavac.find().map(javac -> new Kept(known, files.apply(known), javac));
    }

    synchronized void putBack(Kept used) {
        shelf.addFirst(used);
        if (shelf.size() > KEPT) {
            shelf.removeLast().close();
        }
    }

    @Override
    public synchronized void close() {
        shelf.forEach(Kept::close);
        shelf.clear();
    }
}
