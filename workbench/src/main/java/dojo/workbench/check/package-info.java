/** Grades one submission: compiles in this process, runs in a worker process, answers with a verdict. */
@NullMarked
package dojo.workbench.check;

import org.jspecify.annotations.NullMarked;
