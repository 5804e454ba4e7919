/** How cheap a learner's passes were: personal bests against par. */
@NullMarked
package dojo.workbench.golf;

import org.jspecify.annotations.NullMarked;
