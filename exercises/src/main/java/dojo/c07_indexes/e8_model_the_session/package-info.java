/** The session memory as a table to be designed: everything that is stored, and everything that is asked. */
@NullMarked
package dojo.c07_indexes.e8_model_the_session;

import org.jspecify.annotations.NullMarked;
