/** The only place that prints. */
@NullMarked
package dojo.workbench.screen;

import org.jspecify.annotations.NullMarked;
