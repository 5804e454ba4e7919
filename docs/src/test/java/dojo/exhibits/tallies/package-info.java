/** State that two Regions write: a count for each Region, added up by whoever reads. */
@NullMarked
package dojo.exhibits.tallies;

import org.jspecify.annotations.NullMarked;
