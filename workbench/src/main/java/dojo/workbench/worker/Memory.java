package dojo.workbench.worker;

/** How much heap a child process gets; learner code that needs more has lost its way. */
public final class Memory {
    public static final int MEGABYTES = 256;

    private Memory() {}
}
