/** Two Regions and one place in the log. */
@NullMarked
package dojo.exhibits.home;

import org.jspecify.annotations.NullMarked;
