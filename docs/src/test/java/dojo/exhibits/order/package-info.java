/** In which order changes arrive, and what keeps a view from going back. */
@NullMarked
package dojo.exhibits.order;

import org.jspecify.annotations.NullMarked;
