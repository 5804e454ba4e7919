package dojo.workbench.check;

/** Where the time of a check went, in milliseconds; {@code total} is from the call to the verdict. */
public record Millis(long compile, long run, long total) {}
