package dojo.c03_reading.e3_resume_token;

import java.util.List;
import java.util.Optional;

/** What a client gets. */
public sealed interface Reply {
    /** Some turns, and a token for those behind them; without a token there are none. */
    record Page(List<Turn> turns, Optional<String> next) implements Reply {}

    /** The token is not one that was given out for this session in this order. */
    record Refused() implements Reply {}
}
