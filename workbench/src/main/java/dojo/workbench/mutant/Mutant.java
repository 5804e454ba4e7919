package dojo.workbench.mutant;

/**
 * One change to the requests that one piece of code makes.
 *
 * @param site the class and method that make the request, such as {@code TurnLog.append}
 * @param operation what is requested there, such as {@code PutItem}
 * @param shape what tells it from other requests of the same method: its expressions
 * @param change what is done to the request or to its answer, in words
 */
public record Mutant(String site, String operation, String shape, String change) {

    /** No change at all, to see what could be changed. */
    public static final Mutant NONE = new Mutant("", "", "", "");
}
