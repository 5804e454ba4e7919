package dojo.workbench.workspace;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes beside, then renames: in a folder of its own, so that what a kill leaves behind is found again. */
record RealDisk(Path home) implements Disk {
    private static final String SCRATCH = ".dojo/tmp";

    @Override
    public void write(Path file, byte[] text, boolean runs) throws IOException {
        Files.createDirectories(file.getParent());
        Path scratch = Files.createDirectories(home.resolve(SCRATCH));
        Path fresh = Files.createTempFile(scratch, "piece", ".tmp");
        try {
            Files.write(fresh, text);
            permit(fresh, runs);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A temporary file is its owner's alone; what is to be shared is not. */
    private static void permit(Path file, boolean runs) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            rights.addAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
            if (runs) {
                rights.add(PosixFilePermission.OWNER_EXECUTE);
                rights.add(PosixFilePermission.GROUP_EXECUTE);
                rights.add(PosixFilePermission.OTHERS_EXECUTE);
            }
            Files.setPosixFilePermissions(file, rights);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        for (Path folder = file.getParent(); folder != null && !folder.equals(home); folder = folder.getParent()) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException somethingElse) {
                return;
            }
        }
    }

    /** Removes what an earlier run was killed over. */
    void tidy() throws IOException {
        Path scratch = home.resolve(SCRATCH);
        if (Files.isDirectory(scratch)) {
            List<Path> left;
            try (Stream<Path> files = Files.list(scratch)) {
                left = files.toList();
            }
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(scratch);
        }
    }
}
