/** A table as a timeline: what happened to an entity, in the order of time. */
@NullMarked
package dojo.exhibits.audit;

import org.jspecify.annotations.NullMarked;
