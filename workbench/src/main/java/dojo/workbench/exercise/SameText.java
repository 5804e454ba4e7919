package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compares two texts as a person would who does not see line ends. */
public final class SameText {
    private SameText() {}

    /** Whether two files hold the same bytes once every line ends in a line feed. */
    public static boolean of(Path one, Path other) throws IOException {
        return of(Files.readAllBytes(one), Files.readAllBytes(other));
    }

    static boolean of(byte[] one, byte[] other) {
        return plain(one).equals(plain(other));
    }

    /** A short name that only the same text has. */
    public static String print(byte[] text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(plain(text).getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** Latin-1 keeps every byte, so files that are not UTF-8 compare too. */
    private static String plain(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .stripTrailing();
    }
}
