/** What {@code --help} says beyond the options: exit codes and examples; the man page and shell completion. */
@NullMarked
package dojo.workbench.help;

import org.jspecify.annotations.NullMarked;
