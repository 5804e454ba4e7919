package dojo.workbench.check;

/** One thing the compiler refused: {@code path} as the learner knows it, and the compiler's words. */
public record CompileProblem(String path, long line, String message) {

    /** Clickable in most terminals: {@code path:line}. */
    public String where() {
        return line > 0 ? path + ":" + line : path;
    }
}
