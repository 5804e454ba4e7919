/** What a learner or a classroom can show: results for machines, and reports of progress for people. */
@NullMarked
package dojo.workbench.evidence;

import org.jspecify.annotations.NullMarked;
