/** The author's gate: every promise an exercise makes, checked over all content. */
@NullMarked
package dojo.workbench.gate;

import org.jspecify.annotations.NullMarked;
