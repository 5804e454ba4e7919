/** Tests of the handoff: exports that were tampered with, imports that crashed. */
@NullMarked
package dojo.session.handoff;

import org.jspecify.annotations.NullMarked;
