package dojo.workbench.exercise;

import java.nio.file.Path;

/**
 * An implementation that a learner's test is run against.
 *
 * @param name the name of its folder, without the number that orders it
 * @param folder holds files that take the place of given ones of the same name
 * @param right whether the test must pass with it; with a wrong one it must fail
 * @param hidden whether a learner is told only what it does, not its name
 * @param what what is wrong with it, or how it differs from its right siblings
 */
public record Subject(String name, Path folder, boolean right, boolean hidden, String what) {}
