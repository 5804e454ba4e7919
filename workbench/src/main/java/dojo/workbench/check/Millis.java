package dojo.workbench.check;

/**
 * Where the time of a check went, in milliseconds; {@code total} is from the call to the verdict, without the time that a
 * script of answers takes to play: it stands for a learner who types.
 */
public record Millis(long compile, long run, long total) {}
