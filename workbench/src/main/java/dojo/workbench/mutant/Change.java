package dojo.workbench.mutant;

/**
 * A way in which something can be changed.
 *
 * @param words what is changed, the same words for every request of one line of code
 * @param result the thing with the change made
 */
record Change<T>(String words, T result) {}
