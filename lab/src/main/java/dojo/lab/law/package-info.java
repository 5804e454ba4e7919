/** What a behaviour of the real service looks like when it stands between a client and the store. */
@NullMarked
package dojo.lab.law;

import org.jspecify.annotations.NullMarked;
