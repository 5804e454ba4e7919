/** Time to live: the service deletes an item some time after it has expired, and nobody can say when. */
@NullMarked
package dojo.lab.expiry;

import org.jspecify.annotations.NullMarked;
