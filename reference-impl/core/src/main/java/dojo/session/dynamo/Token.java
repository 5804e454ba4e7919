package dojo.session.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.Position;
import dojo.session.SessionId;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A position in the log of one epoch; position 0 stands before the first turn.
 *
 * <p>It carries what an append would otherwise have to read: how long its session lives at least, when it ends in any
 * case, and up to when its activity is noted. That may be older than the truth, and is never ahead of it.
 *
 * @param life as far as was known when this was issued; somebody may have extended the session since
 * @param home the Region where the session was written then; empty if the memory knows no Regions
 */
record Token(SessionId session, long epoch, long position, Life life, String home) implements Position {
    private static final String VERSION = "p4";

    /** Still read, because a queue may hand over what an earlier release put in. */
    private static final String FIRST = "p1";

    Token at(long other) {
        return new Token(session, epoch, other, life, home);
    }

    Token in(long otherEpoch) {
        return new Token(session, otherEpoch, position, life, home);
    }

    Token with(Life other) {
        return new Token(session, epoch, position, other, home);
    }

    @Override
    public String token() {
        String body = epoch + " " + position + " " + life.expires() + " " + life.ends() + " " + life.kept() + " "
                + life.active() + " " + life.idle() + " " + (life.listed() ? 1 : 0) + " " + home + " "
                + session.value();
        return VERSION + "." + sum(VERSION + body) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes(UTF_8));
    }

    static Token parse(String token) {
        try {
            String[] parts = token.split("\\.", 3);
            String body = new String(Base64.getUrlDecoder().decode(parts[2]), UTF_8);
            if (parts[0].equals(FIRST) && parts[1].equals(sum(body))) {
                return first(body.split(" ", 4));
            }
            if (!parts[0].equals(VERSION) || !parts[1].equals(sum(VERSION + body))) {
                throw new IllegalArgumentException("version or check sum differs");
            }
            String[] fields = body.split(" ", 10);
            Life life = new Life(
                    Long.parseLong(fields[2]),
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[4]),
                    Long.parseLong(fields[5]),
                    Long.parseLong(fields[6]),
                    fields[7].equals("1"));
            return new Token(
                    SessionId.of(fields[9]), Long.parseLong(fields[0]), Long.parseLong(fields[1]), life, fields[8]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException(
                    "This is no position token of ours, or it was cut or changed on its way: \"" + token
                            + "\". Load the session to get its current position.",
                    damaged);
        }
    }

    /** Sessions of then lived for a fixed time; whether activity is to be noted is known after the next load. */
    private static Token first(String[] fields) {
        long expires = Long.parseLong(fields[2]);
        Life life = new Life(expires, expires, expires + Upkeep.RETRY_HORIZON.toSeconds(), 0, 1, false);
        return new Token(SessionId.of(fields[3]), Long.parseLong(fields[0]), Long.parseLong(fields[1]), life, "");
    }

    /** Not a secret: it catches tokens cut or mangled by a queue, not tokens forged on purpose. */
    private static String sum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(UTF_8));
        return Long.toHexString(crc.getValue());
    }

    static Token of(Position position) {
        if (position instanceof Token token) {
            return token;
        }
        throw new IllegalArgumentException("This position was issued by another memory ("
                + position.getClass().getName()
                + "): pass one that this memory returned, or read its token with position(…).");
    }
}
