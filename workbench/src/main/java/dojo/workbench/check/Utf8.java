package dojo.workbench.check;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out whether bytes are text. */
final class Utf8 {
    private Utf8() {}

    /** The number of the first line that is not UTF-8, if there is one. */
    static Optional<Long> firstBadLine(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        if (!decoder.decode(ByteBuffer.wrap(bytes), text, true).isError()) {
            return Optional.empty();
        }
        return Optional.of(
                1 + text.flip().chars().filter(character -> character == '\n').count());
    }
}
