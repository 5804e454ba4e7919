/** What the lab claims about the real service, collected from the labels in its code. */
@NullMarked
package dojo.lab.fidelity;

import org.jspecify.annotations.NullMarked;
