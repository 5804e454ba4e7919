/** Requests and answers that get lost, come late, or come back half done. */
@NullMarked
package dojo.lab.fault;

import org.jspecify.annotations.NullMarked;
