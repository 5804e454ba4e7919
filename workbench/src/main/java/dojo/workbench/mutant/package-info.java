/** Changes the requests of an answer, one change at a time, so that the checks can show whether they notice. */
@NullMarked
package dojo.workbench.mutant;

import org.jspecify.annotations.NullMarked;
