/** What the learner sees: pure renderers from results to lines, and {@link dojo.workbench.screen.Screen}, which prints. */
@NullMarked
package dojo.workbench.screen;

import org.jspecify.annotations.NullMarked;
