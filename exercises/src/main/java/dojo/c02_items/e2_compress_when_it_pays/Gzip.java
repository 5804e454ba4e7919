package dojo.c02_items.e2_compress_when_it_pays;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/** Text as compressed bytes, and back. */
public final class Gzip {
    private Gzip() {}

    /** The same text gives the same bytes: Java writes no time into them. */
    public static SdkBytes pack(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return SdkBytes.fromByteArray(packed.toByteArray());
    }

    /** The text in these bytes. */
    public static String unpack(SdkBytes packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
