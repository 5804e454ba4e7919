/** Keeps what is too large for the table in S3. */
@NullMarked
package dojo.session.s3;

import org.jspecify.annotations.NullMarked;
