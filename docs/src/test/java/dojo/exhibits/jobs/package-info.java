/** A view of a table by another question: the jobs of a tenant that are still open. */
@NullMarked
package dojo.exhibits.jobs;

import org.jspecify.annotations.NullMarked;
