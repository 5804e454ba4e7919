/** A folder of the learner's own, made from a checkout and brought up to date from it. */
@NullMarked
package dojo.workbench.workspace;

import org.jspecify.annotations.NullMarked;
