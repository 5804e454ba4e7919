package dojo.c03_reading.e1_latest_turns;

import java.util.List;
import java.util.Optional;

/** What goes into the prompt: who is talking, what was said long ago in short, and the newest turns, oldest first. */
public record Context(Optional<String> customer, Optional<Summary> summary, List<Turn> turns) {}
