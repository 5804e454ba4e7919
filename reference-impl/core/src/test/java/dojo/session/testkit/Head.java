package dojo.session.testkit;

import dojo.session.Change;
import dojo.session.CustomerId;
import dojo.session.Listed;
import dojo.session.Metadata;
import dojo.session.NewSession;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What the model knows about a session besides its turns. */
record Head(
        NewSession wish,
        Instant createdAt,
        Instant activeAt,
        Instant expiresAt,
        Instant endsAt,
        Metadata metadata,
        Optional<String> lastChange,
        int log) {
    private static final Duration STEP = Duration.ofMinutes(15);

    static Head of(NewSession wish, Instant now, Instant endsAt, int log) {
        Instant created = now.truncatedTo(ChronoUnit.MILLIS);
        Head head =
                new Head(wish, created, now, now, endsAt, Metadata.none(created.toEpochMilli()), Optional.empty(), log);
        return head.active(now);
    }

    /** Ends are whole seconds, and never earlier than asked. */
    static Instant after(Instant now, Duration time) {
        Instant end = now.plus(time);
        Instant second = end.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(end) ? end : second.plusSeconds(1);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Optional<CustomerId> customer() {
        return wish.customer();
    }

    /** A silence counts from the end of the step of time in which something was said last. */
    Head active(Instant now) {
        long idle = wish.idle().plusNanos(999_999_999).toSeconds();
        long step = Math.max(1, Math.min(STEP.toSeconds(), idle / 4));
        long begun = now.getEpochSecond() / step * step;
        Instant silent = Instant.ofEpochSecond(begun + step + idle);
        Instant end = silent.isBefore(endsAt) ? silent : endsAt;
        Instant later = end.isAfter(expiresAt) ? end : expiresAt;
        return new Head(wish, createdAt, Instant.ofEpochSecond(begun), later, endsAt, metadata, lastChange, log);
    }

    /** Over, and nobody's; the request stays, so that its late retry opens nothing. */
    Head erased(Instant now) {
        NewSession nobodys =
                new NewSession(wish.id(), Optional.empty(), wish.requestId(), wish.lifetime(), wish.idle());
        return new Head(
                nobodys,
                now,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                Metadata.none(now.toEpochMilli()),
                Optional.empty(),
                log);
    }

    boolean wasErased() {
        return endsAt.equals(Instant.EPOCH);
    }

    Head anew(int newLog) {
        Metadata none = Metadata.none(metadata.revision() + 1);
        return new Head(wish, createdAt, activeAt, expiresAt, endsAt, none, lastChange, newLog);
    }

    Head with(Change change) {
        Metadata changed = new Metadata(
                metadata.revision() + 1,
                text(change.title(), metadata.title()),
                text(change.preview(), metadata.preview()),
                text(change.status(), metadata.status()),
                text(change.intent(), metadata.intent()),
                map(change.page(), metadata.page()),
                map(change.attributes(), metadata.attributes()));
        Optional<String> request = Optional.of(change.requestId());
        return new Head(wish, createdAt, activeAt, expiresAt, endsAt, changed, request, log);
    }

    private static Optional<String> text(Optional<String> wanted, Optional<String> before) {
        return wanted.isEmpty() ? before : wanted.filter(text -> !text.isEmpty());
    }

    private static Map<String, String> map(Optional<Map<String, String>> wanted, Map<String, String> before) {
        return wanted.orElse(before);
    }

    Listed.Entry entry() {
        return new Listed.Entry(
                wish.id(),
                createdAt,
                activeAt,
                expiresAt,
                metadata.title(),
                metadata.preview(),
                metadata.status(),
                metadata.intent());
    }
}
