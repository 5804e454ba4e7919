/** The lab in a JUnit test: a client, a table of its own for each test, and {@link dojo.lab.junit.Costs} for the bill. */
@NullMarked
package dojo.lab.junit;

import org.jspecify.annotations.NullMarked;
