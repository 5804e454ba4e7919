/** Keeps a slow or failing database from taking its callers along: deadlines, a circuit breaker, and what to make of failures. */
@NullMarked
package dojo.session.guard;

import org.jspecify.annotations.NullMarked;
