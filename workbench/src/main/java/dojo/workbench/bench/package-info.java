/** How fast the workbench is, as ratios within one run. */
@NullMarked
package dojo.workbench.bench;

import org.jspecify.annotations.NullMarked;
