/** What two Regions make of one item. */
@NullMarked
package dojo.exhibits.regions;

import org.jspecify.annotations.NullMarked;
