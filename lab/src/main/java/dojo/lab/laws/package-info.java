/** The laws of a lab as a file: read with every mistake named by its line, and printed with what each key means. */
@NullMarked
package dojo.lab.laws;

import org.jspecify.annotations.NullMarked;
