package dojo.workbench.workspace;

import dojo.lab.bill.Bill;
import dojo.workbench.worker.JvmLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/**
 * The lab as a Maven repository of one artifact, in the workspace's own {@code .dojo/repo}.
 *
 * <p>Maven keeps a copy of every artifact by its version and never looks again: so the version names the content.
 */
final class LabRepository {
    /** Where it is in a workspace. */
    static final String FOLDER = ".dojo/repo/dojo/dojo-lab";

    private final String version;
    private final byte[] pom;
    private final byte[] jar;

    private LabRepository(String version, byte[] pom, byte[] jar) {
        this.version = version;
        this.pom = pom;
        this.jar = jar;
    }

    static LabRepository of(LabPom pom) throws IOException {
        return of(pom, jar(JvmLayout.jarOf(Bill.class)));
    }

    static LabRepository of(LabPom pom, byte[] jar) throws IOException {
        byte[] unnamed = pom.text("0").getBytes(StandardCharsets.UTF_8);
        String content = hash("SHA-256", jar, unnamed).substring(0, 12);
        String version = pom.projectVersion() + "-" + content;
        return new LabRepository(version, pom.text(version).getBytes(StandardCharsets.UTF_8), jar);
    }

    String version() {
        return version;
    }

    List<Piece> pieces() {
        String stem = FOLDER + "/" + version + "/dojo-lab-" + version;
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.of(stem + ".jar", jar, Piece.Origin.LOCAL));
        pieces.add(Piece.of(stem + ".jar.sha1", ascii(hash("SHA-1", jar)), Piece.Origin.LOCAL));
        pieces.add(Piece.of(stem + ".pom", pom, Piece.Origin.LOCAL));
        pieces.add(Piece.of(stem + ".pom.sha1", ascii(hash("SHA-1", pom)), Piece.Origin.LOCAL));
        return pieces;
    }

    /** A build from source has a folder of classes instead. */
    private static byte[] jar(Path place) throws IOException {
        return Files.isDirectory(place) ? packed(place) : Files.readAllBytes(place);
    }

    private static byte[] packed(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.setLevel(Deflater.BEST_SPEED);
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(Shipment.slashed(folder.relativize(file)));
                entry.setTime(0);
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm + ".", e);
        }
    }
}
