/** The view that stays open while the learner edits: a pure state machine and a thin loop around it. */
@NullMarked
package dojo.workbench.watch;

import org.jspecify.annotations.NullMarked;
