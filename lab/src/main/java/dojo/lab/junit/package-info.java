/**
 * The lab in a JUnit test: a client and a table of its own for each test, the bill ({@link dojo.lab.junit.Costs}),
 * predictions held against it ({@link dojo.lab.junit.Predictions}), and its growth with the data
 * ({@link dojo.lab.junit.Growth}).
 */
@NullMarked
package dojo.lab.junit;

import org.jspecify.annotations.NullMarked;
