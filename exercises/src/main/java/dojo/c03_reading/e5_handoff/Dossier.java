package dojo.c03_reading.e5_handoff;

import java.util.List;
import java.util.Optional;

/** What the agent reads: the newest summary, if there is one, and the turns that it does not cover. */
public record Dossier(Optional<Summary> summary, List<Turn> turns) {}
