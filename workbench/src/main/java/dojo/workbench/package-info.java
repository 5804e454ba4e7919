/** The dojo command. */
@NullMarked
package dojo.workbench;

import org.jspecify.annotations.NullMarked;
