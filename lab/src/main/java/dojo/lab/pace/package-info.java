/** How long a request takes on the lab's clock. */
@NullMarked
package dojo.lab.pace;

import org.jspecify.annotations.NullMarked;
