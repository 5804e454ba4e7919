/** What the prompt shows of the database: data in, lines for a width out. */
@NullMarked
package dojo.workbench.shell.view;

import org.jspecify.annotations.NullMarked;
