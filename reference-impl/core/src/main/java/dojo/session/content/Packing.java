package dojo.session.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Makes bytes fewer: raw LZMA in pure Java, so that the same bytes come out on every platform and every JDK.
 *
 * <p>Takes about 0.2 ms for 2 KB of text and 5 ms for 50 KB. Settings are part of the format: what one version packed,
 * the next unpacks by the name in {@link #NAME}. Thread-safe.
 *
 * @see <a href="https://tukaani.org/xz/java.html">XZ for Java</a>
 */
public final class Packing {
    /** Stands beside packed bytes; other settings would need another name. */
    public static final String NAME = "lzma-1";

    /** Prose has no alignment and little context worth a table: one bit of it suits 600 bytes as well as 50,000. */
    private static final int LITERAL_CONTEXT_BITS = 1;

    private static final byte PROPERTIES = LITERAL_CONTEXT_BITS;
    private static final int LONGEST_DICTIONARY = 1 << 20;

    private Packing() {}

    /** Packs; the result may be longer than the input, which is for the caller to see. */
    public static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.max(64, plain.length / 2));
        // No end marker, which would take six bytes: the length is stored beside it.
        try (LZMAOutputStream to = new LZMAOutputStream(packed, options(plain.length), false)) {
            to.write(plain);
        } catch (IOException impossible) {
            throw new IllegalStateException("Packing " + plain.length + " bytes in memory failed", impossible);
        }
        return packed.toByteArray();
    }

    /**
     * Unpacks to exactly this many bytes; empty if the input is damaged in a way that LZMA notices.
     *
     * <p>Never makes more than {@code plainBytes}, whatever the input says. A changed bit can go unnoticed here: compare
     * a hash.
     */
    public static Optional<byte[]> unpack(byte[] packed, int plainBytes) {
        try (LZMAInputStream from =
                new LZMAInputStream(new ByteArrayInputStream(packed), plainBytes, PROPERTIES, dictionary(plainBytes))) {
            byte[] plain = from.readNBytes(plainBytes);
            return plain.length == plainBytes ? Optional.of(plain) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static LZMA2Options options(int plainBytes) {
        LZMA2Options options = new LZMA2Options();
        try {
            options.setDictSize(dictionary(plainBytes));
            options.setLcLp(LITERAL_CONTEXT_BITS, 0);
            options.setPb(0);
            options.setMode(LZMA2Options.MODE_FAST);
            options.setMatchFinder(LZMA2Options.MF_HC4);
            options.setNiceLen(LZMA2Options.NICE_LEN_MAX);
            options.setDepthLimit(24);
        } catch (UnsupportedOptionsException impossible) {
            throw new IllegalStateException("XZ for Java refuses settings that it had taken", impossible);
        }
        return options;
    }

    private static int dictionary(int plainBytes) {
        return Math.max(LZMA2Options.DICT_SIZE_MIN, Math.min(LONGEST_DICTIONARY, plainBytes));
    }
}
