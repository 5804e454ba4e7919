/** {@code dojo lab}: the lab in a process of its own, and what the terminal shows of it. */
@NullMarked
package dojo.workbench.lab;

import org.jspecify.annotations.NullMarked;
