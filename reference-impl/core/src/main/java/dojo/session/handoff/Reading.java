package dojo.session.handoff;

import dojo.session.handoff.Part.Gist;
import dojo.session.handoff.Part.Head;
import dojo.session.handoff.Part.Said;
import dojo.session.handoff.Part.Seal;
import dojo.session.handoff.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export line by line, and checks each against those before it.
 *
 * <p>Only who has read to the seal knows that the lines are genuine. Used by one thread.
 */
final class Reading {
    private final Lines lines;
    private final VerifyingKey key;
    private final Chain chain;
    private final Head head;
    private Optional<Gist> gist = Optional.empty();
    private Optional<Seal> seal = Optional.empty();
    private long last;
    private long turns;
    private long redacted;

    private Reading(Lines lines, VerifyingKey key, Chain chain, Head head) {
        this.lines = lines;
        this.key = key;
        this.chain = chain;
        this.head = head;
    }

    /** A parser of the fields behind {@code kind} and {@code digest}. */
    private interface Parser<P extends Part> {
        P parse(Fields fields) throws Damage;
    }

    /** Reads the first line, and refuses what it need not read on for. */
    static Reading begin(InputStream in, KnownKeys keys) throws IOException, Damage {
        Lines lines = new Lines(in);
        Map<String, Object> first =
                lines.next().orElseThrow(() -> new Damage(Kind.SHORTENED, 1, "the file is empty: ask for it again."));
        if (!Part.FORMAT.equals(first.get("format")) || !Head.KIND.equals(first.get("kind"))) {
            throw new Damage(Kind.UNREADABLE, 1, "this is not the beginning of a handoff export: check the file.");
        }
        if (!Long.valueOf(Part.VERSION).equals(first.get("version"))) {
            throw new Damage(
                    Kind.UNKNOWN_VERSION,
                    1,
                    "the export has schema version " + number(first.get("version")) + ", this library reads version "
                            + Part.VERSION + ": update the library on this reader.");
        }
        first.remove("format");
        first.remove("version");
        Chain chain = new Chain();
        Head head = parse(first, lines.number(), chain, Head::from);
        VerifyingKey key = keys.find(head.keyId())
                .orElseThrow(() -> new Damage(
                        Kind.UNKNOWN_KEY,
                        1,
                        "the export is signed by key \"" + head.keyId()
                                + "\", which is not known here: add it if you trust it."));
        if (!key.algorithm().jdkName().equals(head.algorithm())) {
            throw new Damage(
                    Kind.FORGED,
                    1,
                    "key \"" + key.id() + "\" signs with " + key.algorithm().jdkName() + ", the export says "
                            + head.algorithm() + ": do not trust it.");
        }
        return new Reading(lines, key, chain, head);
    }

    Head head() {
        return head;
    }

    /** The summary, once the first turn or the end was read. */
    Optional<Gist> gist() {
        return gist;
    }

    /** The next turn; empty after the last, when all is found genuine. */
    Optional<Said> next() throws IOException, Damage {
        Map<String, Object> line = lines.next().orElseThrow(this::shortened);
        Object kind = String.valueOf(line.get("kind"));
        if (kind.equals(Gist.KIND) && turns == 0 && gist.isEmpty()) {
            gist = Optional.of(parse(line, lines.number(), chain, Gist::from));
            return next();
        }
        if (kind.equals(Said.KIND)) {
            return Optional.of(turn(parse(line, lines.number(), chain, Said::from)));
        }
        if (kind.equals(Seal.KIND)) {
            seal = Optional.of(sealed(line));
            return Optional.empty();
        }
        throw new Damage(
                Kind.REORDERED, lines.number(), "a line of this kind does not belong here: ask for the file again.");
    }

    /** What it holds, once all is read. */
    Manifest manifest() {
        return Manifest.of(
                head, seal.orElseThrow(() -> new IllegalStateException("The export was not read to its seal.")));
    }

    private Said turn(Said said) throws Damage {
        long number = said.stored().number();
        if (said.after() != last || number <= last) {
            throw new Damage(
                    Kind.REORDERED,
                    lines.number(),
                    "turn " + number + " (" + said.stored().turn().id() + ") followed turn " + said.after()
                            + " and stands after turn " + last + ": ask for the file again.");
        }
        last = number;
        turns++;
        redacted += said.redacted().isEmpty() ? 0 : 1;
        return said;
    }

    private Damage shortened() {
        return new Damage(
                Kind.SHORTENED,
                lines.number(),
                "the export ends after turn " + last + " of " + head.last() + ", without its seal: ask for it again.");
    }

    private Seal sealed(Map<String, Object> line) throws IOException, Damage {
        Object signature = line.remove("signature");
        long at = lines.number();
        Seal counted = parse(line, at, chain, Seal::from);
        if (last > head.last() || counted.turns() != turns || counted.redacted() != redacted) {
            throw new Damage(
                    Kind.SHORTENED,
                    at,
                    "the export ends after turn " + last + " and holds " + turns + " turns, and was sealed with "
                            + counted.turns() + ": ask for it again.");
        }
        if (counted.summaries() != gist.stream().count()) {
            throw new Damage(Kind.REORDERED, at, "the summary is missing: ask for the file again.");
        }
        if (!key.holds(chain.message(), decoded(signature))) {
            throw new Damage(
                    Kind.FORGED,
                    at,
                    "key \"" + key.id() + "\" did not sign this: do not trust it, and ask where it comes from.");
        }
        if (lines.next().isPresent()) {
            throw new Damage(
                    Kind.REORDERED, lines.number(), "something follows the seal, which is the end: ask for it again.");
        }
        return counted;
    }

    private static byte[] decoded(@Nullable Object signature) {
        try {
            return Base64.getDecoder().decode(String.valueOf(signature));
        } catch (IllegalArgumentException odd) {
            return new byte[0];
        }
    }

    private static <P extends Part> P parse(Map<String, Object> line, long number, Chain chain, Parser<P> parser)
            throws Damage {
        Object digest = line.remove("digest");
        line.remove("kind");
        Fields fields = new Fields(number, line);
        P part;
        try {
            part = parser.parse(fields);
        } catch (IllegalArgumentException | ArithmeticException odd) {
            // Our own words quote ids at most, and those only when they are too long or odd to be ids.
            throw new Damage(
                    Kind.UNREADABLE, number, "a field holds what no export would hold: ask for the file again.");
        }
        fields.end();
        if (!chain.add(part.fields()).equals(digest)) {
            throw new Damage(Kind.CHANGED, number, place(part) + " is not what was exported: ask for the file again.");
        }
        return part;
    }

    private static String number(@Nullable Object version) {
        return version instanceof Long number ? number.toString() : "of another kind";
    }

    private static String place(Part part) {
        if (part instanceof Said said) {
            return "turn " + said.stored().number() + " ("
                    + said.stored().turn().id() + ")";
        }
        return part instanceof Gist ? "the summary" : part instanceof Head ? "the first line" : "the seal";
    }
}
