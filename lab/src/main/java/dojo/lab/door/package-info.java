/** The way in: HTTP requests of an ordinary SDK client become typed requests, and typed answers become HTTP again. */
@NullMarked
package dojo.lab.door;

import org.jspecify.annotations.NullMarked;
