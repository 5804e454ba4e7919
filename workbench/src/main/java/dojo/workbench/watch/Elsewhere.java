package dojo.workbench.watch;

/** Windows that take the place of the watch view for a while. */
enum Elsewhere {
    LIST,
    PLACEMENT,
    PRIMER,

    /** The questions of an exercise that is predicted, one after another. */
    QUESTIONS
}
