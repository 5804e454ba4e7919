package dojo.session.handoff;

import dojo.session.handoff.Problem.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The lines of an export as objects; no line may be so long that reading it takes all memory. */
final class Lines {
    private static final int LONGEST = 16 * 1_024 * 1_024;

    private final BufferedReader reader;
    private long number;

    Lines(InputStream in) {
        this.reader = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** The next line; empty at the end. */
    Optional<Map<String, Object>> next() throws IOException, Damage {
        number++;
        Optional<String> line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> object = Json.parse(line.get());
        if (object.isEmpty()) {
            throw new Damage(
                    Kind.UNREADABLE,
                    number,
                    "this is no JSON object of texts, whole numbers, lists and objects: ask for the file again.");
        }
        return object;
    }

    private Optional<String> line() throws IOException, Damage {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = reader.read(); c != '\n'; c = reader.read()) {
                if (c < 0) {
                    return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
                }
                if (line.length() == LONGEST) {
                    throw new Damage(
                            Kind.UNREADABLE,
                            number,
                            "the line is longer than " + LONGEST + " characters: this is no export.");
                }
                line.append((char) c);
            }
        } catch (CharacterCodingException binary) {
            throw new Damage(Kind.UNREADABLE, number, "this is not UTF-8: transfer the file in binary mode.");
        }
        return Optional.of(line.toString());
    }
}
