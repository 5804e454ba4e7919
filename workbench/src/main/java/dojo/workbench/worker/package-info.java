/** The child process that runs learner code, and the lines of JSON it speaks with its parent. */
@NullMarked
package dojo.workbench.worker;

import org.jspecify.annotations.NullMarked;
