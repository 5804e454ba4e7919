package dojo.session.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.Position;
import dojo.session.SessionId;
import java.util.Base64;

/** A position of the model: the place after {@code number} turns in one log of a session id. */
record Place(SessionId session, int log, int number) implements Position {
    Place at(long other) {
        return new Place(session, log, Math.toIntExact(other));
    }

    @Override
    public String token() {
        String body = log + " " + number + " " + session;
        String text = Integer.toHexString(body.hashCode()) + " " + body;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static Place parse(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split(" ", 4);
            Place place = new Place(SessionId.of(parts[3]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            if (!place.token().equals(token)) {
                throw new IllegalArgumentException("the sum differs");
            }
            return place;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException(
                    "This is no position token of the model, or it was changed: \"" + token
                            + "\". Load the session to get its current position.",
                    damaged);
        }
    }

    static Place of(Position position) {
        if (position instanceof Place place) {
            return place;
        }
        throw new IllegalArgumentException("This position was issued by another memory ("
                + position.getClass().getName() + "): pass one that this memory returned.");
    }
}
