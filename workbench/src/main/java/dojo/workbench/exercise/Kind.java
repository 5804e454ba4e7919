package dojo.workbench.exercise;

/** How an exercise is solved. */
public enum Kind {
    /** A plausible mistake is to be found and repaired. */
    FIX,
    /** A gap is to be filled. */
    BUILD,
    /** Solved at the shell prompt: there is no file, the answers are what was found. */
    LIVE
}
