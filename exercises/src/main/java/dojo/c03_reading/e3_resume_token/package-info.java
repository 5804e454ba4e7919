/** The history of a chat, page by page, with the place to go on from in the hands of the client. */
@NullMarked
package dojo.c03_reading.e3_resume_token;

import org.jspecify.annotations.NullMarked;
