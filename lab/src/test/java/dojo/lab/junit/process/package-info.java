/** What needs a package of its own, because it is loaded twice. */
@NullMarked
package dojo.lab.junit.process;

import org.jspecify.annotations.NullMarked;
