/** What there is to learn and how far the learner has come: folders read as exercises, and the progress file. */
@NullMarked
package dojo.workbench.exercise;

import org.jspecify.annotations.NullMarked;
