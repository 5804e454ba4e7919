package dojo.lab.junit;

import dojo.lab.Lab;
import dojo.lab.Laws;

/**
 * Opens the labs of tests that name their laws.
 *
 * <p>Whoever launches a run may put one into the launcher session's store, under {@code maker}, to have a word with each
 * lab before its test does.
 */
@FunctionalInterface
public interface LabMaker {

    /** An empty lab under these laws; the test closes it. */
    Lab under(Laws laws);
}
