/** One load, on demand and provisioned. */
@NullMarked
package dojo.exhibits.modes;

import org.jspecify.annotations.NullMarked;
