/** The subcommands, one class each. */
@NullMarked
package dojo.workbench.command;

import org.jspecify.annotations.NullMarked;
